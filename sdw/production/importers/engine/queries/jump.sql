-- More than three times as much, or as little, as in the same period last year.
-- Under ten people on both sides a factor says nothing, so those are left alone.
-- grain: one cell; input: line, line_history, period; output: line, measure, found, before, earlier_period
with pairs as (
    select
        now.line,
        period.year_earlier,
        unnest([$pairs]) as pair
    from line as now
    join period on period.number = now.moment
    join line_history as earlier on earlier.spot = now.spot + period.year_step
    where $any_jumps
)
select line, pair.measure, pair.found, pair.before, period.label as earlier_period
from pairs
join period on period.code = pairs.year_earlier
where jumps(pair.found, pair.before)
