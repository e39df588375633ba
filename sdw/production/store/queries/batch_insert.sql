-- Grain: one batch.  Input: its facts.  Output: its number.
INSERT INTO batch (dataset, origin, file_name, sha256, imported_at, row_count, changed, code_version, reason)
VALUES ($dataset, $origin, $file_name, $sha256, $imported_at, $row_count, $changed, $code_version, $reason)
RETURNING batch_id
