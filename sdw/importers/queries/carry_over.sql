-- This period's beginstand is the eindstand of the (shortest) period that ends just before it.
-- grain: one line; input: line, line_history, period; output: line, measure, found, expected, earlier_period
select
    now.line,
    'beginstand' as measure,
    any_value(now.beginstand) as found,
    arg_min(before.eindstand, before_period.quarters) as expected,
    arg_min(before_period.label, before_period.quarters) as earlier_period
from line as now
join period as now_period on now_period.code = now.period
join period as before_period on before_period.first_quarter + before_period.quarters = now_period.first_quarter
join line_history as before
    on before.period = before_period.code
    and before.place = now.place
where now.beginstand is not null and before.eindstand is not null
group by now.line
having arg_min(before.eindstand, before_period.quarters) <> any_value(now.beginstand)
