-- Grain: one source.  Input: an edition of format 2.  Output: source, texts, table_id, modified ('' where unknown).
SELECT source, texts, coalesce(table_id, '') AS table_id, coalesce(modified::VARCHAR, '') AS modified FROM source
