-- Grain: one fact of the newest list.  Input: the store; $batches (the batches of an edition), $dataset.
-- Output: the columns of a list of facts, in their order in the file.
SELECT id, region, topic, statement, shown, unit, period, population, source, url, certainty, note
FROM fact
WHERE batch_id = (SELECT max(batch_id) FROM batch WHERE dataset = $dataset AND batch_id IN (SELECT unnest($batches)))
ORDER BY position
