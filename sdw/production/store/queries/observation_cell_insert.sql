-- Grain: one figure.  Input: incoming_cell; $batch_id.  Output: none.
INSERT INTO observation_cell
SELECT $batch_id, line, kind, value FROM incoming_cell
