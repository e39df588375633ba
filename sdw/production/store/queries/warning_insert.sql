-- Grain: one accepted warning.  Input: incoming_warning; $batch_id.  Output: none.
INSERT INTO warning
SELECT $batch_id, region, period, kind FROM incoming_warning
