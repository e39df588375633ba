-- Grain: one region and period that the file replaces.  Input: incoming_delivery, the store;
-- $dataset, $origin.  Output: region, period.
SELECT DISTINCT incoming_delivery.region, incoming_delivery.period
FROM incoming_delivery
SEMI JOIN (
    SELECT region, period, part
    FROM delivery JOIN batch USING (batch_id)
    WHERE delivery.dataset = $dataset AND delivery.origin = $origin AND undone_at IS NULL
) AS known USING (region, period, part)
ORDER BY ALL
