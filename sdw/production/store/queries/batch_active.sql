-- Grain: one batch of the next edition.  Input: the store.  Output: batch_id.
-- One origin: as soon as one delivered batch exists, the examples are left out.
SELECT batch_id
FROM batch
WHERE undone_at IS NULL
  AND (origin <> 'voorbeeld'
       OR NOT EXISTS (SELECT 1 FROM batch WHERE origin = 'aangeleverd' AND undone_at IS NULL))
ORDER BY batch_id
