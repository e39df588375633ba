-- Grain: one count of one region, added up, of all methods and client groups.  Input: `cell`; $region.
-- Output: measure, period, value, status.
SELECT measure, period, value, status
FROM cell
WHERE region = $region AND method = 'totaal' AND client_group = 'totaal'
ORDER BY ALL
