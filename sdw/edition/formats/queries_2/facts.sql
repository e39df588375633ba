-- Grain: one fact.  Input: an edition of format 2 with facts.  Output: the columns of a list of facts, in their order.
SELECT id, region, topic, statement, shown, unit, period, population, source, url, certainty, note
FROM fact
ORDER BY position
