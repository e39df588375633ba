-- Counts of more people than one in a hundred inhabitants of the region (and no more than one in twenty, which
-- `impossible` finds): a number of a person or a file, perhaps.
-- grain: one cell; input: cell, keyed_line, inhabitants; output: line, measure
select cell.line, cell.measure
from cell
join keyed_line as line using (line)
join inhabitants using (region)
where
    cell.value > (select min(people) / 100 from inhabitants)
    and cell.value > inhabitants.people / 100
    and cell.value <= inhabitants.people / 20
