-- Grain: one count of a region, added up, that has a value.  Input: `cell`.
-- Output: measure, region, period, method, client_group, value.
SELECT measure, region, period, method, client_group, value FROM cell WHERE value IS NOT NULL
