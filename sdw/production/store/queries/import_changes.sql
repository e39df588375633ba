-- Grain: one cell that the file changes (first 200, by key).  Input: as import_change_count.
-- Output: region, period, method, client_group, sector, months, measure, old value and status, new value
-- and status. For the steward only.
WITH unit AS (
    SELECT region, period, part, max(batch_id) AS batch_id
    FROM delivery JOIN batch USING (batch_id)
    WHERE delivery.dataset = $dataset AND delivery.origin = $origin AND undone_at IS NULL
    GROUP BY ALL
),
was AS (
    SELECT observation.*
    FROM observation
    JOIN (SELECT unit.* FROM unit SEMI JOIN incoming_delivery USING (region, period, part)) AS touched
        ON observation.batch_id = touched.batch_id
        AND observation.region = touched.region
        AND observation.period = touched.period
        AND touched.part IN ('', observation.measure)
)
SELECT
    region, period, method, client_group, sector, months, measure,
    was.value AS old_value, was.status AS old_status,
    becomes.value AS new_value, becomes.status AS new_status
FROM was
FULL JOIN (
    SELECT * FROM incoming_observation
    SEMI JOIN (SELECT DISTINCT region, period FROM was) AS known USING (region, period)
) AS becomes USING (region, period, method, client_group, sector, months, measure)
WHERE was.value IS DISTINCT FROM becomes.value
   OR was.status IS DISTINCT FROM becomes.status
ORDER BY ALL
LIMIT 200
