-- A period of a region that contains shorter ones, which do not fill it.
-- grain: one pair of region and longer period; input: cell, overlap; output: line, at_row, coarse, finer
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
        arg_min(cell.line, cell."row") as line,
        min(cell."row") as at_row
    from incomplete
    join overlap using (region, coarse)
    join cell on cell.region = incomplete.region and cell.period in (overlap.coarse, overlap.finer)
    group by all
)
select line, null as measure, at_row, coarse_label as coarse, finer
from places
