-- Grain: one text.  Input: an edition of format 2 with facts.  Output: a digest of all of them, in their order.
SELECT sha256(coalesce(string_agg(line, chr(10) ORDER BY position), ''))
FROM (
    SELECT position, concat_ws('|', id, region, topic, statement, shown, unit, period, population, source, url, certainty, note) AS line FROM fact
)
