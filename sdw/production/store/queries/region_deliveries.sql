-- Grain: one delivery in an edition with figures of one region.  Input: the store; $batches (of the edition), $region.
-- Output: batch_id, dataset, file_name ('' when erased), imported_at, first and last period.
SELECT batch_id, batch.dataset, file_name, imported_at, min(period) AS first_period, max(period) AS last_period
FROM batch JOIN delivery USING (batch_id)
WHERE batch_id IN (SELECT unnest($batches)) AND batch.origin IN ('aangeleverd', 'voorbeeld') AND region = $region
GROUP BY ALL
ORDER BY batch_id
