-- Grain: one delivery of which the figures are there.  Input: a store.  Output: batch_id.
SELECT batch_id FROM batch WHERE sha256 <> ''
