-- This period's beginstand is the eindstand of the (shortest) period that ends just before it.
-- grain: one cell; input: cell, history, period; output: line, measure, found, expected, earlier_period
select
    now.line,
    'beginstand' as measure,
    now.value as found,
    arg_min(before.value, before_period.quarters) as expected,
    arg_min(before_period.label, before_period.quarters) as earlier_period
from cell as now
join period as now_period on now_period.code = now.period
join period as before_period on before_period.first_quarter + before_period.quarters = now_period.first_quarter
join history as before
    on before.period = before_period.code
    and before.region = now.region
    and before.method = now.method
    and before.client_group = now.client_group
    and before.measure = 'eindstand'
where now.measure = 'beginstand' and now.value is not null and before.value is not null
group by now.line, now.value
having arg_min(before.value, before_period.quarters) <> now.value
