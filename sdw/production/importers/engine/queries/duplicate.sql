-- Rows that repeat the key (and, in the long layout, the measure) of an earlier row.
-- grain: one row of the file; input: cell, line; output: line, at_row, other_row
with doubled as (
    select cell.line, cell.measure, min(cell."row") as first_row
    from cell
    semi join (select line from line where doubled) as suspect using (line)
    group by cell.line, cell.measure
    having count(*) > 1
)
select distinct cell.line, null as measure, cell."row" as at_row, doubled.first_row as other_row
from cell
join doubled using (line, measure)
where cell."row" <> doubled.first_row
