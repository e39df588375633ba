-- Grain: one unit of an edition that an erased delivery brought.  Input: the store; $batches (of the edition).
-- Output: dataset, origin, region, period, batch_id.
WITH unit AS (
    SELECT dataset, origin, region, period, part, max(batch_id) AS batch_id
    FROM delivery
    WHERE batch_id IN (SELECT unnest($batches))
    GROUP BY ALL
)
SELECT DISTINCT unit.dataset, unit.origin, region, period, batch_id
FROM unit JOIN batch USING (batch_id)
WHERE sha256 = ''
ORDER BY ALL
