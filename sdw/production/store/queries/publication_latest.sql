-- Grain: at most one row.  Input: the store; $table_id, $origin.
-- Output: the day on which the source last changed the newest edition of this table that is in use.
SELECT max(modified)
FROM publication JOIN batch USING (batch_id)
WHERE lower(table_id) = lower($table_id) AND origin = $origin AND undone_at IS NULL AND modified <> ''
HAVING count(*) > 0
