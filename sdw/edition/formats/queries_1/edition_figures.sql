-- Grain: one published figure.  Input: an edition of format 1; every filter may be NULL (no filter).
-- Output: the columns of `figure` of format 2, taken out of the sentences of format 1; totals before parts, nation
-- before regions.
SELECT
    indicator, region, period, method, client_group, sector, months, value, status,
    numerator, denominator, low, high, bound_low, bound_high,
    nullif(string_split(coverage, '/')[1], '')::SMALLINT AS regions_delivered,
    string_split(coverage, '/')[2]::SMALLINT AS regions_all,
    regexp_replace(source, '; waarde uit uitgave .* \(correctie volgt\)$', '') AS source,
    CASE WHEN source LIKE '%; waarde uit uitgave % (correctie volgt)' THEN
        regexp_split_to_array(regexp_extract(source, '; waarde uit uitgave (.*) \(correctie volgt\)$', 1), ', | en ')
    END AS carried_from,
    origin
FROM figure
WHERE indicator = $indicator
  AND ($region IS NULL OR region = $region)
  AND ($period IS NULL OR period = $period)
  AND ($method IS NULL OR method = $method)
  AND ($client_group IS NULL OR client_group = $client_group)
  AND ($sector IS NULL OR sector = $sector)
  AND ($months IS NULL OR months = $months)
ORDER BY
    period,
    method <> 'totaal', method,
    client_group <> 'totaal', client_group,
    sector, months,
    region <> 'NL', region
