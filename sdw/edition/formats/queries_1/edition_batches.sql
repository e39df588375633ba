-- Grain: one batch in the edition.  Input: an edition of format 1.
-- Output: batch_id, dataset, origin, imported_at, regions, first_period, last_period, row_count; newest first.
SELECT
    batch_id, dataset, origin, imported_at, regions,
    string_split(periods, ' … ')[1] AS first_period, string_split(periods, ' … ')[-1] AS last_period, row_count
FROM batch
ORDER BY batch_id DESC
