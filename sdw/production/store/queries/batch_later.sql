-- Grain: one later batch on a unit of this batch, not undone.  Input: $batch_id.  Output: batch_id.
SELECT DISTINCT later.batch_id
FROM delivery AS mine
JOIN delivery AS later
    ON later.dataset = mine.dataset AND later.origin = mine.origin AND later.region = mine.region
    AND later.period = mine.period AND later.part = mine.part AND later.batch_id > mine.batch_id
JOIN batch ON batch.batch_id = later.batch_id
WHERE mine.batch_id = $batch_id AND batch.undone_at IS NULL
ORDER BY ALL
