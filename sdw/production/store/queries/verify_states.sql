-- Grain: one number.  Input: a store of version 4 or later.
-- Output: batches of states whose rows are not all there, and states that belong to no batch.
SELECT
    (SELECT count(*) FROM (
        SELECT batch_id FROM batch LEFT JOIN state USING (batch_id)
        WHERE dataset IN ('speerpunten', 'borging', 'ips_gemeente', 'besluiten', 'activiteiten')
        GROUP BY batch_id, row_count HAVING count(state.day) <> row_count))
  + (SELECT count(DISTINCT batch_id) FROM state ANTI JOIN batch USING (batch_id))
