-- Grain: one number.  Input: a store of version 3 or later.
-- Output: batches of facts whose rows are not all there, and facts that belong to no batch.
SELECT
    (SELECT count(*) FROM (
        SELECT batch_id FROM batch LEFT JOIN fact USING (batch_id)
        WHERE dataset = 'regionale_feiten'
        GROUP BY batch_id, row_count HAVING count(fact.id) <> row_count))
  + (SELECT count(DISTINCT batch_id) FROM fact ANTI JOIN batch USING (batch_id))
