-- Grain: one batch, newest first.  Input: the store.
-- Output: batch_id, dataset, origin, file_name, imported_at, undone_at, row_count, changed, regions, periods.
SELECT
    batch_id, batch.dataset, batch.origin, file_name, imported_at, undone_at, row_count, changed,
    count(DISTINCT region) AS regions,
    coalesce(min(period) || CASE WHEN min(period) < max(period) THEN ' … ' || max(period) ELSE '' END, '') AS periods
FROM batch LEFT JOIN delivery USING (batch_id)
GROUP BY ALL
ORDER BY batch_id DESC
