-- Grain: one batch.  Input: $batch_id.  Output: batch_id, undone_at.
SELECT batch_id, undone_at FROM batch WHERE batch_id = $batch_id
