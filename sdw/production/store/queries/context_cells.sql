-- Grain: region (or the nation) × year × measure.  Input: `chosen`.
-- Output: region, period, measure, value, status.
SELECT region, period, measure, value, status FROM chosen WHERE dataset IN ('context', 'jongvolwassenen')
