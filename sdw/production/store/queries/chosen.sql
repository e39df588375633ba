-- Grain: one observation of an edition.  Input: the store; $batches (the batches of the edition).
-- Output: table `chosen`: dataset, origin and the columns of observation. Rows of the newest batch per unit.
CREATE OR REPLACE TEMP TABLE chosen AS
WITH unit AS (
    SELECT dataset, origin, region, period, part, max(batch_id) AS batch_id
    FROM delivery
    WHERE batch_id IN (SELECT unnest($batches))
    GROUP BY ALL
)
SELECT unit.dataset, unit.origin, observation.*
FROM observation
JOIN unit
    ON observation.batch_id = unit.batch_id
    AND observation.region = unit.region
    AND observation.period = unit.period
    AND unit.part IN ('', observation.measure)
