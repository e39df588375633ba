-- Grain: part of a made count.  Input: $made, a list of (id, part, parts).  Output: table `made`: the same, where
-- `parts` is how many parts there are (reference.measures).
CREATE OR REPLACE TEMP TABLE made AS
SELECT one.id, one.part, one.parts::BIGINT AS parts FROM (SELECT unnest($made) AS one)
