-- Grain: one number.  Input: incoming_delivery, the store; $dataset, $origin.
-- Output: how many units of the file were never delivered before (or only by an undone batch).
SELECT count(*)
FROM incoming_delivery
ANTI JOIN (
    SELECT region, period, part
    FROM delivery JOIN batch USING (batch_id)
    WHERE delivery.dataset = $dataset AND delivery.origin = $origin AND undone_at IS NULL
) AS known USING (region, period, part)
