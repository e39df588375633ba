-- Grain: one figure of a published series.  Input: `chosen`, publication.
-- Output: region, measure, period, sector, value, low, high, status, table_id, modified.
SELECT region, measure, period, sector, value, low, high, status, table_id, modified
FROM chosen JOIN publication USING (batch_id)
WHERE dataset IN ('verzuim', 'uitkeringen')
ORDER BY measure, period, region, sector
