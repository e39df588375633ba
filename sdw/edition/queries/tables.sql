-- Grain: one table.  Input: a store or an edition.  Output: its name.
SELECT table_name
FROM duckdb_tables()
WHERE database_name = current_database() AND NOT internal AND NOT temporary
ORDER BY table_name
