-- Grain: one batch.  Input: the store.  Output: batch_id, imported_at.
SELECT batch_id, imported_at FROM batch
