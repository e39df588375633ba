-- Grain: one count cell, regions and nation.  Input: `cell`, `nation`, `same_regions`.
-- Output: measure, region, period, method, client_group, value, status, covered (NULL for a region).
SELECT measure, region, period, method, client_group, value, status, NULL AS covered FROM cell
UNION ALL
SELECT measure, 'NL', period, method, client_group, value, status, covered FROM nation
UNION ALL
SELECT measure, 'NL', period, method, client_group, value, status, covered FROM same_regions
ORDER BY ALL
