-- Grain: one older delivery that counts again without the newer ones.  Input: the store; $batches (those that go).
-- Output: batch_id.
WITH unit AS (
    SELECT delivery.*, undone_at, delivery.batch_id IN (SELECT unnest($batches)) AS goes
    FROM delivery JOIN batch USING (batch_id)
    WHERE undone_at IS NULL
),
current AS (
    SELECT dataset, origin, region, period, part, max(batch_id) AS batch_id FROM unit GROUP BY ALL
),
becomes AS (
    SELECT dataset, origin, region, period, part, max(batch_id) AS batch_id FROM unit WHERE NOT goes GROUP BY ALL
)
SELECT DISTINCT becomes.batch_id
FROM becomes JOIN current USING (dataset, origin, region, period, part)
WHERE becomes.batch_id <> current.batch_id
ORDER BY ALL
