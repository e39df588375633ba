-- Grain: one figure that a newer edition of a published table changed.
-- Input: the store; $batches (the batches of the edition).
-- Output: measure, sector, period, old value and status, new value and status, batch_id of the newer one.
WITH delivered AS (
    SELECT DISTINCT batch_id, origin, region, period, part AS measure
    FROM delivery
    WHERE dataset = 'verzuim' AND batch_id IN (SELECT unnest($batches))
),
cell AS (
    SELECT DISTINCT origin, region, period, measure, sector
    FROM observation JOIN delivered USING (batch_id, region, period, measure)
),
state AS (
    SELECT delivered.batch_id, cell.*, value, low, high, status
    FROM delivered
    JOIN cell USING (origin, region, period, measure)
    LEFT JOIN observation USING (batch_id, region, period, measure, sector)
),
paired AS (
    SELECT
        *,
        lag(batch_id) OVER one AS older,
        lag(value) OVER one AS old_value, lag(low) OVER one AS old_low, lag(high) OVER one AS old_high,
        lag(status) OVER one AS old_status
    FROM state
    WINDOW one AS (PARTITION BY origin, region, period, measure, sector ORDER BY batch_id)
)
SELECT measure, sector, period, old_value, old_status, value, status, batch_id
FROM paired
WHERE old_status IS NOT NULL
  AND (value, low, high, status) IS DISTINCT FROM (old_value, old_low, old_high, old_status)
ORDER BY measure, period, sector, batch_id
