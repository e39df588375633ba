-- What every check may use, made of the tables of the file, `before` and `wide_before` (what was delivered
-- earlier) and `period`.

-- The file, and what earlier files said of other region-periods. grain: one observation
create temp view history as
select
    region, period, method, client_group, sector, months, measure, value, status,
    true as from_file
from observation
union all
select
    region, period, method, client_group, sector, months, measure, value, status,
    false as from_file
from before;

-- Earlier observations, one row per key with a column per measure, numbered as the lines of the file are (places
-- that are not in the file have no number, and are compared with nothing). grain: one key
create table line_before as
select period.number * (select count(*) from place)::integer + place.place as spot, wide.*
from wide_before as wide
join period on period.code = wide.period
left join place using (region, method, client_group, sector, months);

-- The lines of the file and those of earlier files. grain: one key
create temp view line_history as
select * from line
union all by name
select * from line_before;

-- More than three times as much, or as little; under ten people on both sides a factor says nothing.
create temp macro jumps(found, before) as
    (found >= 10 and found > 3 * before) or (before >= 10 and before > 3 * found);

-- More than ten times as much as just before, and a hundred people or more.
create temp macro leaps(found, before) as found >= 100 and found > 10 * before;

-- The lines that hold a total. grain: one line
create temp view total_line as
select line from line
semi join (select place from place where method = 'totaal' or client_group = 'totaal') using (place);

-- A longer period of a region and each of the longest shorter periods in it; at least one comes from the file.
-- grain: region, coarse, finer
create table overlap as
with delivered as (
    select region, period, bool_or(from_file) as from_file
    from (
        select region, period, true as from_file from unit
        union all
        select region, period, false from before
    )
    group by region, period
),
spans as (
    select delivered.region, delivered.from_file, period.*
    from delivered
    join period on period.code = delivered.period
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
