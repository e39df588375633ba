-- A cohort is as large at every number of months after the start: compared with the first that is known.
-- grain: one line; input: keyed_line; output: line, measure, found, other, other_months
select
    now.line,
    'cohort' as measure,
    any_value(now.cohort) as found,
    arg_min(other.cohort, other.months) as other,
    min(other.months) as other_months
from keyed_line as now
join keyed_line as other
    on other.region = now.region
    and other.period = now.period
    and other.method = now.method
    and other.client_group = now.client_group
    and other.months < now.months
where now.cohort is not null and other.cohort is not null
group by now.line
having arg_min(other.cohort, other.months) <> any_value(now.cohort)
