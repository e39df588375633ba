-- Grain: one key.  Input: incoming_line; $batch_id.  Output: none.
INSERT INTO observation_line
SELECT $batch_id, line, place, moment FROM incoming_line
