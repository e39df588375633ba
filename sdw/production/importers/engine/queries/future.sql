-- Periods that have not begun today, at their first line.
-- grain: one period; input: line, period, today; output: line, measure, at_row, label
select
    arg_min(line.line, line."row") as line,
    null as measure,
    min(line."row") as at_row,
    any_value(period.label) as label
from line
join period on period.number = line.moment
where period.first_quarter > (select quarter from today)
group by period.number
