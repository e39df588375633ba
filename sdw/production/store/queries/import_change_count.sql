-- Grain: one number.  Input: incoming_observation (a checked file), the store; $dataset, $origin.
-- Output: how many cells of the file differ from what is current, and current cells of the same
-- units that the file leaves out.
WITH unit AS (
    SELECT region, period, part, max(batch_id) AS batch_id
    FROM delivery JOIN batch USING (batch_id)
    WHERE delivery.dataset = $dataset AND delivery.origin = $origin AND undone_at IS NULL
    GROUP BY ALL
),
touched AS (
    SELECT unit.* FROM unit SEMI JOIN incoming_delivery USING (region, period, part)
),
was AS (
    SELECT region, period, method, client_group, sector, months, measure, value, low, high, status
    FROM observation
    SEMI JOIN touched
        ON observation.batch_id = touched.batch_id
        AND observation.region = touched.region
        AND observation.period = touched.period
        AND touched.part IN ('', observation.measure)
),
becomes AS (
    SELECT region, period, method, client_group, sector, months, measure, value, low, high, status
    FROM incoming_observation
)
SELECT (SELECT count(*) FROM (SELECT * FROM becomes EXCEPT ALL SELECT * FROM was))
     + (SELECT count(*) FROM (SELECT * FROM was ANTI JOIN becomes
            USING (region, period, method, client_group, sector, months, measure)))
