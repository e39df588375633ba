-- A part (of people, of trajectories) is at most what it is part of, where all are known.
-- grain: one cell; input: line; output: line, measure, part, found, whole, of_whole
with parts as (
    select line, unnest([$parts]) as one
    from line
    where $any_part
)
select line, one.measure, one.part, one.found, one.whole, one.of_whole
from parts
where one.found > one.of_whole
