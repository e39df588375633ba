-- Grain: one batch.  Input: the store; $batches.
-- Output: batch_id, dataset, origin, imported_at, number of regions, first and last period ('' for none), row_count.
SELECT
    batch_id, batch.dataset, batch.origin, imported_at, count(DISTINCT region) AS regions,
    coalesce(min(period), '') AS first_period, coalesce(max(period), '') AS last_period,
    row_count
FROM batch LEFT JOIN delivery USING (batch_id)
WHERE batch_id IN (SELECT unnest($batches))
GROUP BY ALL
ORDER BY batch_id
