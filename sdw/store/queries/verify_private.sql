-- Grain: one number.  Input: the store.
-- Output: batches whose rows are not all there, and rows that belong to no batch.
SELECT
    (SELECT count(*) FROM (
        SELECT batch_id FROM batch LEFT JOIN observation USING (batch_id)
        GROUP BY batch_id, row_count HAVING count(observation.region) <> row_count))
  + (SELECT count(*) FROM (SELECT DISTINCT batch_id FROM observation_cell ANTI JOIN batch USING (batch_id)))
  + (SELECT count(*) FROM (SELECT DISTINCT batch_id FROM observation_line ANTI JOIN batch USING (batch_id)))
  + (SELECT count(*) FROM (SELECT DISTINCT batch_id FROM delivery ANTI JOIN batch USING (batch_id)))
