-- Grain: one delivery of a region that is still held.  Input: the store.
-- Of states the days stand for periods, and the year of the newest for the newest.
-- Output: batch_id, dataset, file_name, number of regions, periods, its newest period.
SELECT
    batch_id, batch.dataset, file_name, count(DISTINCT region) AS regions,
    min(period) || CASE WHEN min(period) < max(period) THEN ' … ' || max(period) ELSE '' END AS periods,
    max(period) AS newest
FROM batch JOIN delivery USING (batch_id)
WHERE batch.origin = 'aangeleverd' AND sha256 <> '' AND period <> ''
GROUP BY ALL
UNION ALL
SELECT
    batch_id, batch.dataset, file_name, count(DISTINCT region),
    min(day)::VARCHAR || CASE WHEN min(day) < max(day) THEN ' … ' || max(day)::VARCHAR ELSE '' END,
    strftime(max(day), '%Y')
FROM batch JOIN state USING (batch_id)
WHERE batch.origin = 'aangeleverd' AND sha256 <> ''
GROUP BY ALL
ORDER BY batch_id
