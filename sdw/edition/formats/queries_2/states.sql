-- Grain: one state.  Input: an edition of format 2 with states; $dataset.
-- Output: the columns of a state, in the order of `state_record.COLUMNS` and of publication.
SELECT
    dataset, covenant, priority, region, municipality, place, element, meeting, number, day, state, statement, evidence,
    owner, target_group, due, amount, unit, certainty, source, url, origin
FROM state
WHERE dataset = $dataset
ORDER BY position
