-- Years for which nothing can be pledged: before the project began, or more than five years after today; at their
-- first line.
-- grain: one period; input: line, period, today; output: line, measure, at_row, label
select
    arg_min(line.line, line."row") as line,
    null as measure,
    min(line."row") as at_row,
    any_value(period.label) as label
from line
join period on period.number = line.moment
where period.year < 2021 or period.year > (select quarter // 4 from today) + 5
group by period.number
