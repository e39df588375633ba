-- Grain: one published table that was ever imported, undone or not.  Input: the store.  Output: its number, folded.
SELECT DISTINCT lower(table_id) FROM publication ORDER BY ALL
