-- Ten times as much as in the period of the same length just before it, and a hundred people or more.
-- grain: one cell; input: line, line_history, period, place; output: line, measure, earlier_period
with just_before as (
    select
        period.number, earlier.label,
        (earlier.number - period.number) * (select count(*) from place)::integer as step
    from period
    join period as earlier
        on earlier.first_quarter + earlier.quarters = period.first_quarter and earlier.quarters = period.quarters
),
pairs as (
    select
        now.line,
        just_before.label,
        unnest([
            {measure: 'beginstand', found: now.beginstand, before: earlier.beginstand},
            {measure: 'gestart', found: now.gestart, before: earlier.gestart},
            {measure: 'beeindigd', found: now.beeindigd, before: earlier.beeindigd},
            {measure: 'eindstand', found: now.eindstand, before: earlier.eindstand},
            {measure: 'duurzaam_geplaatst', found: now.duurzaam_geplaatst, before: earlier.duurzaam_geplaatst}
        ]) as pair
    from line as now
    join just_before on just_before.number = now.moment
    join line_history as earlier on earlier.spot = now.spot + just_before.step
    where
        leaps(now.beginstand, earlier.beginstand)
        or leaps(now.gestart, earlier.gestart)
        or leaps(now.beeindigd, earlier.beeindigd)
        or leaps(now.eindstand, earlier.eindstand)
        or leaps(now.duurzaam_geplaatst, earlier.duurzaam_geplaatst)
)
select line, pair.measure, label as earlier_period
from pairs
where leaps(pair.found, pair.before)
