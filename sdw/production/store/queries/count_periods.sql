-- Grain: one period.  Input: `chosen`, `cell`.
-- Output: every period that was delivered, and coarser ones where at least one region has a value.
SELECT DISTINCT period FROM chosen WHERE dataset = 'trajecten'
UNION
SELECT DISTINCT period FROM cell WHERE value IS NOT NULL
ORDER BY ALL
