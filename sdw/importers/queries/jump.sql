-- More than three times as much, or as little, as in the same period last year.
-- Under ten people on both sides a factor says nothing, so those are left alone.
-- grain: one cell; input: cell, history, period; output: line, measure, found, before, earlier_period
select
    now.line,
    now.measure,
    now.value as found,
    earlier.value as before,
    earlier_period.label as earlier_period
from cell as now
join period as now_period on now_period.code = now.period
join period as earlier_period on earlier_period.code = now_period.year_earlier
join history as earlier
    on earlier.period = earlier_period.code
    and earlier.region = now.region
    and earlier.method = now.method
    and earlier.client_group = now.client_group
    and earlier.measure = now.measure
where
    greatest(now.value, earlier.value) >= 10
    and greatest(now.value, earlier.value) > 3 * least(now.value, earlier.value)
