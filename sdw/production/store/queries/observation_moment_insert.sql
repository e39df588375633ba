-- Grain: one period of a batch.  Input: incoming_moment; $batch_id.  Output: none.
INSERT INTO observation_moment
SELECT $batch_id, moment, period FROM incoming_moment
