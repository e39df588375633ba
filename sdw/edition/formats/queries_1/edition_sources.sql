-- Grain: one source.  Input: an edition of format 1.  Output: source (its words are its name), texts, table_id, modified.
WITH named AS (
    SELECT DISTINCT regexp_replace(source, '; waarde uit uitgave .* \(correctie volgt\)$', '') AS source FROM figure
)
SELECT source, string_split(source, '; ') AS texts, '' AS table_id, '' AS modified FROM named
