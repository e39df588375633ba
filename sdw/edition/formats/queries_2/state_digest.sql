-- Grain: one text.  Input: an edition of format 2 with states.  Output: a digest of all of them, in their order.
SELECT sha256(coalesce(string_agg(line, chr(10) ORDER BY position), ''))
FROM (
    SELECT
        position,
        to_json([
            dataset, covenant, priority::VARCHAR, region, municipality, place, element, meeting::VARCHAR, number::VARCHAR,
            day::VARCHAR, state, statement, evidence, owner, target_group, due::VARCHAR, amount::VARCHAR, unit, certainty,
            source, url, origin
        ])::VARCHAR AS line
    FROM state
)
