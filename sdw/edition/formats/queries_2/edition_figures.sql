-- Grain: one published figure.  Input: an edition of format 2; every filter may be NULL (no filter).
-- Output: the columns of `figure`, totals before parts, nation before regions.
SELECT
    indicator, region, period, method, client_group, sector, months, value, status,
    numerator, denominator, low, high, bound_low, bound_high,
    regions_delivered, regions_all, source, carried_from, origin
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
