-- Grain: one figure of a gemeente.  Input: an edition of format 2 with these figures; $region.
-- Output: indicator, municipality, name, period, value, status, numerator, denominator, source; by name.
SELECT indicator, municipality, name, period, value, status, numerator, denominator, source
FROM municipality_figure
WHERE region = $region
ORDER BY name, municipality
