-- Grain: one measure with one status.  Input: incoming_kind; $batch_id.  Output: none.
INSERT INTO observation_kind
SELECT $batch_id, kind, measure, status FROM incoming_kind
