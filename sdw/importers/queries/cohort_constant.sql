-- A cohort is as large at every number of months after the start: compared with its first one,
-- in the file and in what was delivered before.
-- grain: one cell; input: cell, history; output: line, measure, found, other, other_months
select
    now.line,
    'cohort' as measure,
    now.value as found,
    arg_min(other.value, other.months) as other,
    min(other.months) as other_months
from cell as now
join history as other
    on other.measure = 'cohort'
    and other.region = now.region
    and other.period = now.period
    and other.method = now.method
    and other.client_group = now.client_group
    and other.months < now.months
where now.measure = 'cohort' and now.value is not null and other.value is not null
group by now.line, now.value
having arg_min(other.value, other.months) <> now.value
