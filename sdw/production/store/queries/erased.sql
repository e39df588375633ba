-- Grain: one erased delivery.  Input: the store.  Output: batch_id, imported_at, undone_at (when it was erased), reason.
-- What has no digest is gone: its number, its date, and which regions and periods it was about are all that is left.
SELECT batch_id, imported_at, undone_at, reason FROM batch WHERE sha256 = '' ORDER BY batch_id
