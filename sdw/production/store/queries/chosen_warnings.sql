-- Grain: one warning that counts now.  Input: the store; $batches.  Output: region, period, kind.
WITH unit AS (
    SELECT dataset, origin, region, period, max(batch_id) AS batch_id
    FROM delivery
    WHERE batch_id IN (SELECT unnest($batches))
    GROUP BY ALL
)
SELECT DISTINCT warning.region, warning.period, warning.kind
FROM warning SEMI JOIN unit USING (batch_id, region, period)
ORDER BY ALL
