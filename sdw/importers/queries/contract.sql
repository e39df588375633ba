-- The views on `cell` and `line` that the store and the pages read.

-- What the file says. grain: one observation
create temp view observation as
select
    line.region, line.period, line.method, line.client_group, line.sector, line.months,
    cell.measure, cell.value, cell.status
from cell
join line using (line);

-- Where it says so. grain: one observation
create temp view location as
select
    line.region, line.period, line.method, line.client_group, line.sector, line.months,
    cell.measure, cell."row", cell."column"
from cell
join line using (line);
