-- Grain: one text.  Input: an edition of format 2.  Output: a digest of every figure, whatever their order in the file.
SELECT sha256(coalesce(string_agg(line, chr(10) ORDER BY line), ''))
FROM (
    SELECT concat_ws('|',
        indicator, region, period, method, client_group, sector, months,
        coalesce(value::VARCHAR, ''), status,
        coalesce(numerator::VARCHAR, ''), coalesce(denominator::VARCHAR, ''),
        coalesce(low::VARCHAR, ''), coalesce(high::VARCHAR, ''),
        coalesce(bound_low::VARCHAR, ''), coalesce(bound_high::VARCHAR, ''),
        coalesce(regions_delivered::VARCHAR, ''), coalesce(regions_all::VARCHAR, ''),
        source, coalesce(array_to_string(carried_from, ','), ''), origin) AS line
    FROM figure
)
