-- More than three times as much, or as little, as in the same period last year.
-- Under ten people on both sides a factor says nothing, so those are left alone.
-- grain: one cell; input: line, line_history, period; output: line, measure, found, before, earlier_period
with pairs as (
    select
        now.line,
        period.year_earlier,
        unnest([
            {measure: 'beginstand', found: now.beginstand, before: earlier.beginstand},
            {measure: 'gestart', found: now.gestart, before: earlier.gestart},
            {measure: 'beeindigd', found: now.beeindigd, before: earlier.beeindigd},
            {measure: 'eindstand', found: now.eindstand, before: earlier.eindstand},
            {measure: 'duurzaam_geplaatst', found: now.duurzaam_geplaatst, before: earlier.duurzaam_geplaatst}
        ]) as pair
    from line as now
    join period on period.number = now.moment
    join line_history as earlier on earlier.spot = now.spot + period.year_step
    where
        jumps(now.beginstand, earlier.beginstand)
        or jumps(now.gestart, earlier.gestart)
        or jumps(now.beeindigd, earlier.beeindigd)
        or jumps(now.eindstand, earlier.eindstand)
        or jumps(now.duurzaam_geplaatst, earlier.duurzaam_geplaatst)
)
select line, pair.measure, pair.found, pair.before, period.label as earlier_period
from pairs
join period on period.code = pairs.year_earlier
where jumps(pair.found, pair.before)
