-- Grain: one region and period that a delivery of an edition brought.  Input: the store; $batches, $dataset.
-- Output: region, period.
SELECT DISTINCT region, period
FROM delivery
WHERE batch_id IN (SELECT unnest($batches)) AND dataset = $dataset
ORDER BY ALL
