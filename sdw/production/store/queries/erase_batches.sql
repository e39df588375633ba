-- Grain: one batch.  Input: `old` (the store as it was), attached; $erased, $now, $reason.  Output: none.
-- Of an erased one stays what every edition made of it says too: number, kind, origin and date.
INSERT INTO batch
SELECT
    batch_id, dataset, origin,
    CASE WHEN gone THEN '' ELSE file_name END,
    CASE WHEN gone THEN '' ELSE sha256 END,
    imported_at,
    CASE WHEN gone THEN $now ELSE undone_at END,
    CASE WHEN gone THEN 0 ELSE row_count END,
    CASE WHEN gone THEN 0 ELSE changed END,
    code_version,
    CASE WHEN gone THEN $reason ELSE reason END
FROM (SELECT *, batch_id IN (SELECT unnest($erased)) AS gone FROM old.main.batch)
