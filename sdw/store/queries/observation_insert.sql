-- Grain: one observation.  Input: incoming_observation; $batch_id.  Output: none.
INSERT INTO observation
SELECT $batch_id, region, period, method, client_group, sector, months, measure, value, low, high, status
FROM incoming_observation
