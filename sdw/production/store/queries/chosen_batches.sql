-- Grain: one batch.  Input: the store; $batches.
-- Output: batch_id, dataset, origin, imported_at, number of regions, periods in words, row_count.
SELECT
    batch_id, batch.dataset, batch.origin, imported_at, count(DISTINCT region) AS regions,
    coalesce(min(period) || CASE WHEN min(period) < max(period) THEN ' … ' || max(period) ELSE '' END, '') AS periods,
    row_count
FROM batch LEFT JOIN delivery USING (batch_id)
WHERE batch_id IN (SELECT unnest($batches))
GROUP BY ALL
ORDER BY batch_id
