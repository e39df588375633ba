-- Grain: one batch in the edition.  Input: an edition.  Output: as listed, newest first.
SELECT batch_id, dataset, origin, imported_at, regions, periods, row_count
FROM batch
ORDER BY batch_id DESC
