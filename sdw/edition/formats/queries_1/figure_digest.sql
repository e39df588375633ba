-- Grain: one text.  Input: an edition of format 1.  Output: a digest of every figure, whatever their order in the file.
SELECT sha256(string_agg(line, chr(10) ORDER BY line))
FROM (
    SELECT concat_ws('|',
        indicator, region, period, method, client_group, sector, months,
        coalesce(value::VARCHAR, ''), status,
        coalesce(numerator::VARCHAR, ''), coalesce(denominator::VARCHAR, ''),
        coalesce(low::VARCHAR, ''), coalesce(high::VARCHAR, ''),
        coalesce(bound_low::VARCHAR, ''), coalesce(bound_high::VARCHAR, ''),
        coverage, source, origin) AS line
    FROM figure
)
