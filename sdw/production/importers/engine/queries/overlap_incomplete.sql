-- A period of a region that contains shorter ones, which do not fill it.
-- grain: one pair of region and longer period; input: keyed_line, overlap; output: line, at_row, coarse, finer
with incomplete as (
    select region, coarse, any_value(coarse_label) as coarse_label, string_agg(finer_label, ', ' order by finer_first) as finer
    from overlap
    group by region, coarse
    having sum(finer_quarters) < any_value(coarse_quarters)
),
places as (
    select
        incomplete.region,
        incomplete.coarse,
        incomplete.coarse_label,
        incomplete.finer,
        arg_min(line.line, line."row") as line,
        min(line."row") as at_row
    from incomplete
    join overlap using (region, coarse)
    join keyed_line as line on line.region = incomplete.region and line.period in (overlap.coarse, overlap.finer)
    group by all
)
select line, null as measure, at_row, coarse_label as coarse, finer
from places
