-- Grain: one text.  Input: an edition.  Output: a digest of every figure, whatever their order in the file.
SELECT sha256(coalesce(string_agg(line, chr(10) ORDER BY line), ''))
FROM (SELECT to_json(figure)::VARCHAR AS line FROM figure)
