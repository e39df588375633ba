-- Grain: one combination of an indicator that the edition publishes.
-- Input: an edition of format 1.  Output: indicator, period, method, client_group, sector, months (no regions),
-- whether any region has a value, and whether it is published for regions at all.
SELECT
    indicator, period, method, client_group, sector, months,
    bool_or(value IS NOT NULL) AS has_value,
    bool_or(region <> 'NL') AS has_regions
FROM figure
GROUP BY ALL
ORDER BY ALL
