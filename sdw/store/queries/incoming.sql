-- Grain: one observation of a checked file.  Input: incoming_line, incoming_kind, incoming_cell.
-- Output: view `incoming_observation`, with the columns of observation but for the batch.
CREATE OR REPLACE TEMP VIEW incoming_observation AS
SELECT
    line.region, line.period, line.method, line.client_group, line.sector, line.months,
    kind.measure, cell.value, cell.low, cell.high, kind.status
FROM incoming_cell AS cell
JOIN incoming_line AS line USING (line)
JOIN incoming_kind AS kind USING (kind)
