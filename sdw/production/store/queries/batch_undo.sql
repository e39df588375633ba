-- Grain: one batch.  Input: $batch_id, $undone_at.  Output: none.
UPDATE batch SET undone_at = $undone_at WHERE batch_id = $batch_id
