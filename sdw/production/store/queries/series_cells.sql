-- Grain: one figure of a published series.  Input: `chosen`, publication.
-- Output: measure, period, sector, value, low, high, status, table_id, modified.
SELECT measure, period, sector, value, low, high, status, table_id, modified
FROM chosen JOIN publication USING (batch_id)
WHERE dataset = 'verzuim'
ORDER BY measure, period, sector
