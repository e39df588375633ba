-- The views on `cell`, `line`, `place` and `moment` that the store, the pages and some checks read.

-- The lines with the texts of their keys. grain: one key
create temp view keyed_line as
select line.*, moment.period, place.* exclude (place)
from line
join place using (place)
join moment using (moment);

-- What the file says. grain: one observation
create temp view observation as
select
    line.region, line.period, line.method, line.client_group, line.sector, line.months,
    cell.measure, cell.value, cell.status
from cell
join keyed_line as line using (line);

-- Where it says so. grain: one observation
create temp view location as
select
    line.region, line.period, line.method, line.client_group, line.sector, line.months,
    cell.measure, cell."row", cell."column"
from cell
join keyed_line as line using (line);
