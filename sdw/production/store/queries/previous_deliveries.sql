-- Grain: one observation that counts now.  Input: the store; $dataset, $origin, $regions.
-- Output: region, period, method, client_group, sector, months, measure, value, status.
WITH unit AS (
    SELECT region, period, part, max(batch_id) AS batch_id
    FROM delivery JOIN batch USING (batch_id)
    WHERE delivery.dataset = $dataset AND delivery.origin = $origin AND undone_at IS NULL
      AND region IN (SELECT unnest($regions))
    GROUP BY ALL
)
SELECT region, period, method, client_group, sector, months, measure, value, status
FROM observation
SEMI JOIN unit
    ON observation.batch_id = unit.batch_id
    AND observation.region = unit.region
    AND observation.period = unit.period
    AND unit.part IN ('', observation.measure)
WHERE observation.region IN (SELECT unnest($regions))
