-- Grain: gemeente × year × measure.  Input: `chosen`.
-- Output: gemeente, region (as delivered for that year), period, measure, value, status.
SELECT sector AS municipality, region, period, measure, value, status
FROM chosen
WHERE dataset IN ('uitkeringen_gemeenten', 'jongvolwassenen_gemeenten')
