-- Grain: one number.  Input: the store.
-- Output: batches whose rows are not all there, and rows that belong to no batch.
SELECT
    (SELECT count(*) FROM (
        SELECT batch_id FROM batch LEFT JOIN observation USING (batch_id)
        WHERE dataset <> 'regionale_feiten'    -- counted in verify_facts.sql
            AND dataset NOT IN ('speerpunten', 'borging', 'ips_gemeente', 'besluiten', 'activiteiten')  -- verify_states.sql
        GROUP BY batch_id, row_count HAVING count(observation.region) <> row_count))
  + (SELECT count(DISTINCT batch_id)
        FROM (
            SELECT batch_id FROM observation_cell
            UNION ALL SELECT batch_id FROM observation_margin
            UNION ALL SELECT batch_id FROM observation_line
            UNION ALL SELECT batch_id FROM observation_place
            UNION ALL SELECT batch_id FROM observation_moment
            UNION ALL SELECT batch_id FROM observation_kind
            UNION ALL SELECT batch_id FROM delivery
        )
        ANTI JOIN batch USING (batch_id))
