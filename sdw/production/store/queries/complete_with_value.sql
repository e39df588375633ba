-- Grain: one count of a region as delivered, totals included, that has a value.  Input: `complete`.
-- Output: measure, region, period, method, client_group, value.
SELECT measure, region, period, method, client_group, value FROM complete WHERE value IS NOT NULL
