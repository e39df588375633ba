-- The views on `cell` that the store and the pages read.

-- What the file says: the contract with the store. grain: one observation
create view observation as
select region, period, method, client_group, sector, months, measure, value, status
from cell;

-- Where it says so. grain: one observation
create view location as
select region, period, method, client_group, sector, months, measure, "row", "column"
from cell;
