-- Counts of more people than one in twenty inhabitants of the region: more than all who get a benefit there.
-- grain: one cell; input: cell, keyed_line, inhabitants; output: line, measure
select cell.line, cell.measure
from cell
join keyed_line as line using (line)
join inhabitants using (region)
where
    cell.value > (select min(people) / 20 from inhabitants)
    and cell.value > inhabitants.people / 20
