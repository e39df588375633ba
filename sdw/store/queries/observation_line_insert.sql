-- Grain: one key.  Input: incoming_line; $batch_id.  Output: none.
INSERT INTO observation_line
SELECT $batch_id, line, region, period, method, client_group, sector, months FROM incoming_line
