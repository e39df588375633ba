-- Grain: one unit delivered.  Input: incoming_delivery; $batch_id, $dataset, $origin.  Output: none.
INSERT INTO delivery
SELECT $batch_id, $dataset, $origin, region, period, part FROM incoming_delivery
