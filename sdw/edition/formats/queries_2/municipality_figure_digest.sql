-- Grain: one text.  Input: an edition of format 2 with figures of gemeenten.
-- Output: a digest of all of those, whatever their order in the file.
SELECT sha256(coalesce(string_agg(line, chr(10) ORDER BY line), ''))
FROM (
    SELECT concat_ws('|',
        indicator, region, municipality, name, period, coalesce(value::VARCHAR, ''), status,
        coalesce(numerator::VARCHAR, ''), coalesce(denominator::VARCHAR, ''), source) AS line
    FROM municipality_figure
)
