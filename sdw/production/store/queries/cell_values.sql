-- Grain: one count of a region that has a value.  Input: `cell`.
-- Output: id, region, period, method, client_group, measure, value, via.
SELECT id, region, period, method, client_group, measure, value, via
FROM cell
WHERE value IS NOT NULL
ORDER BY id
