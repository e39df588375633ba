-- Grain: one observation of a checked file.  Input: incoming_line, _place, _moment, _kind, _cell and _margin.
-- Output: view `incoming_observation`, with the columns of observation but for the batch.
CREATE OR REPLACE TEMP VIEW incoming_observation AS
SELECT
    place.region, moment.period, place.method, place.client_group, place.sector, place.months,
    kind.measure, cell.value, margin.low, margin.high, kind.status
FROM incoming_cell AS cell
JOIN incoming_line AS line USING (line)
JOIN incoming_place AS place USING (place)
JOIN incoming_moment AS moment USING (moment)
JOIN incoming_kind AS kind USING (kind)
LEFT JOIN incoming_margin AS margin USING (line, kind)
