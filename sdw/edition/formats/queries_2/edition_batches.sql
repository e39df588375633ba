-- Grain: one batch in the edition.  Input: an edition of format 2.
-- Output: batch_id, dataset, origin, imported_at, regions, first_period, last_period, row_count; newest first.
SELECT batch_id, dataset, origin, imported_at, regions, first_period, last_period, row_count
FROM batch
ORDER BY batch_id DESC
