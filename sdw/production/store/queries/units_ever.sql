-- Grain: one unit that was ever delivered, undone or not.  Input: the store; $dataset, $origin.
-- Output: region, period, part.
SELECT DISTINCT region, period, part FROM delivery WHERE dataset = $dataset AND origin = $origin ORDER BY ALL
