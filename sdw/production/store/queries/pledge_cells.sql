-- Grain: region × year × measure.  Input: `chosen`.
-- Output: region, period, measure, value, status: what regions pledged.
SELECT region, period, measure, value, status FROM chosen WHERE dataset = 'toezeggingen'
