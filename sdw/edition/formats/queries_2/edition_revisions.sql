-- Grain: one figure of a published series that was revised.  Input: an edition of format 2.
-- Output: measure, sector, period, old_value, old_status, new_value, new_status, batch_id.
SELECT measure, sector, period, old_value, old_status, new_value, new_status, batch_id
FROM revision
ORDER BY ALL
