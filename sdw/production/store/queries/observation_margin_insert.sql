-- Grain: one figure with a margin.  Input: incoming_margin; $batch_id.  Output: none.
INSERT INTO observation_margin
SELECT $batch_id, line, kind, low, high FROM incoming_margin
