-- The stock at the start of a period is the one at the end of the (shortest) period that ends just before it.
-- Most lines agree with every such period: only of the others is the shortest one looked for.
-- grain: one line; input: line, line_history, period, place
-- output: line, measure, found, expected, earlier_period
with just_before as (
    select
        period.number, earlier.quarters, earlier.label,
        (earlier.number - period.number) * (select count(*) from place)::integer as step
    from period
    join period as earlier on earlier.first_quarter + earlier.quarters = period.first_quarter
),
suspect as (
    select distinct now.line
    from line as now
    join just_before on just_before.number = now.moment
    join line_history as before on before.spot = now.spot + just_before.step
    where before.$closing <> now.$opening
)
select
    now.line,
    '$opening' as measure,
    any_value(now.$opening) as found,
    arg_min(before.$closing, just_before.quarters) as expected,
    arg_min(just_before.label, just_before.quarters) as earlier_period
from line as now
semi join suspect using (line)
join just_before on just_before.number = now.moment
join line_history as before on before.spot = now.spot + just_before.step
where before.$closing is not null
group by now.line
having arg_min(before.$closing, just_before.quarters) <> any_value(now.$opening)
