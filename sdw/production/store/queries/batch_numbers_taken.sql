-- Grain: one number.  Input: `old` (the store as it was), attached.  Output: the last number that a batch has.
-- Numbers go on where they were: none is given out twice.
SELECT max(nextval('batch_number'))
FROM range((SELECT coalesce(max(batch_id), 0) FROM old.main.batch))
