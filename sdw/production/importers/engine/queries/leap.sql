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
        unnest([$pairs]) as pair
    from line as now
    join just_before on just_before.number = now.moment
    join line_history as earlier on earlier.spot = now.spot + just_before.step
    where $any_leaps
)
select line, pair.measure, label as earlier_period
from pairs
where leaps(pair.found, pair.before)
