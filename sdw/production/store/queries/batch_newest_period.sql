-- Grain: one delivery of a region that is still held.  Input: the store.
-- Output: batch_id, dataset, file_name, number of regions, periods, its newest period.
SELECT
    batch_id, batch.dataset, file_name, count(DISTINCT region) AS regions,
    min(period) || CASE WHEN min(period) < max(period) THEN ' … ' || max(period) ELSE '' END AS periods,
    max(period) AS newest
FROM batch JOIN delivery USING (batch_id)
WHERE batch.origin = 'aangeleverd' AND sha256 <> '' AND period <> ''
GROUP BY ALL
ORDER BY batch_id
