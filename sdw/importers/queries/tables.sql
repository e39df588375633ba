-- What every check may use, made of the tables `cell`, `line`, `before` and `line_before` (what was delivered
-- earlier) and `period`.

-- The file, and what earlier files said of other region-periods. grain: one observation
create view history as
select
    region, period, method, client_group, sector, months, measure, value, status,
    true as from_file
from observation
union all
select
    region, period, method, client_group, sector, months, measure, value, status,
    false as from_file
from before;

-- The same, one row per key with a column per measure; `place` is the key without the period (of places in the
-- file: no other is compared).
create view line_history as
select *, true as from_file from line
union all by name
select line_before.*, places.place, false as from_file
from line_before
left join (select distinct place, region, method, client_group, sector, months from line) as places
    using (region, method, client_group, sector, months);

-- The lines that hold a total. grain: one line
create view total_line as
select line from line where method = 'totaal' or client_group = 'totaal';

-- A longer period of a region and each of the longest shorter periods in it; at least one comes from the file.
-- grain: region, coarse, finer
create table overlap as
with spans as (
    select line_history.region, period.*, bool_or(line_history.from_file) as from_file
    from line_history
    join period on period.code = line_history.period
    group by all
),
inside as (
    select
        coarse.region,
        coarse.code as coarse, coarse.label as coarse_label, coarse.quarters as coarse_quarters,
        finer.code as finer, finer.label as finer_label, finer.quarters as finer_quarters,
        finer.first_quarter as finer_first,
        coarse.from_file or finer.from_file as from_file
    from spans as coarse
    join spans as finer
        on finer.region = coarse.region
        and finer."year" = coarse."year"
        and finer.quarters < coarse.quarters
        and finer.first_quarter >= coarse.first_quarter
        and finer.first_quarter + finer.quarters <= coarse.first_quarter + coarse.quarters
),
longest as (
    select inside.*
    from inside
    anti join inside as middle
        on middle.region = inside.region
        and middle.coarse = inside.coarse
        and middle.finer_quarters > inside.finer_quarters
        and middle.finer_first <= inside.finer_first
        and inside.finer_first + inside.finer_quarters <= middle.finer_first + middle.finer_quarters
)
select *
from longest
qualify bool_or(from_file) over (partition by region, coarse);
