-- Grain: one observation of an edition.  Input: the store; $batches (the batches of the edition); `erased_observation`.
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
UNION ALL BY NAME
SELECT erased_observation.*
FROM erased_observation
SEMI JOIN unit
    ON erased_observation.batch_id = unit.batch_id
    AND erased_observation.region = unit.region
    AND erased_observation.period = unit.period
