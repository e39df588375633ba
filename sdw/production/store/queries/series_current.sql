-- Grain: one observation of a published series that counts now.  Input: the store; $dataset, $origin, $measures.
-- Output: the keys of an observation, value, low, high, status.
WITH unit AS (
    SELECT region, period, part, max(batch_id) AS batch_id
    FROM delivery JOIN batch USING (batch_id)
    WHERE delivery.dataset = $dataset AND delivery.origin = $origin AND undone_at IS NULL
    GROUP BY ALL
)
SELECT region, period, method, client_group, sector, months, measure, value, low, high, status
FROM observation
SEMI JOIN unit
    ON observation.batch_id = unit.batch_id
    AND observation.region = unit.region
    AND observation.period = unit.period
    AND observation.measure = unit.part
WHERE measure IN (SELECT unnest($measures))
