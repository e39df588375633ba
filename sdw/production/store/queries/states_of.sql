-- Grain: one state of an edition.  Input: the store; $batches (of the edition), $on (the day of publication).
-- Output: the columns of a state, in the order of `state_record.COLUMNS`; the newest batch per unit, none of later.
WITH unit AS (
    SELECT dataset, origin, region, part, max(batch_id) AS batch_id
    FROM delivery
    WHERE batch_id IN (SELECT unnest($batches)) AND batch_id IN (SELECT batch_id FROM state)
    GROUP BY ALL
)
SELECT
    unit.dataset, covenant, priority, state.region, municipality, place, element, meeting, number, day, state.state,
    statement, evidence, owner, target_group, due, amount, state.unit, certainty, source, url, unit.origin
FROM state
JOIN unit ON state.batch_id = unit.batch_id AND state.region = unit.region AND state.part = unit.part
WHERE day <= $on
ORDER BY unit.dataset, covenant DESC, priority, state.region, municipality, element, meeting, number, day, unit.origin
