-- Shorter periods that fill a longer one, but do not agree with it: per cell where every one has that cell, and
-- for all methods and client groups together. Flows add up; stocks are those of the first or last moment.
-- grain: one cell of the longer period; input: cell, keyed_line, history, overlap, measure
-- output: line, measure, at_row, coarse, finer, total, parts
with complete as (
    select region, coarse, count(*) as number_of_pieces
    from overlap
    group by region, coarse
    having sum(finer_quarters) = any_value(coarse_quarters)
),
pieces as (
    select overlap.*, number_of_pieces from overlap join complete using (region, coarse)
),
involved as (
    select region, coarse as period from pieces
    union
    select region, finer from pieces
),
delivered as (
    select
        history.region, history.period, history.method, history.client_group, history.measure,
        history.value, history.status,
        case
            when method = 'totaal' and client_group = 'totaal' then 0
            when method = 'totaal' then 1
            when client_group = 'totaal' then 2
            else 3
        end as depth
    from history
    join involved using (region, period)
),
shallowest as (
    select *
    from delivered
    qualify depth = min(depth) over (partition by region, period, measure)
),
figures as (
    select region, period, method, client_group, measure, value from delivered where depth > 0
    union all
    select region, period, 'totaal', 'totaal', measure,
        case when bool_and(value is not null or status = 'nvt') then sum(value) end
    from shallowest
    group by region, period, measure
),
compared as (
    select
        pieces.region, pieces.coarse, pieces.coarse_label,
        whole.method, whole.client_group, whole.measure,
        any_value(whole.value) as total,
        case any_value(measure.over_time)
            when 'adds' then sum(part.value)
            when 'first' then arg_min(part.value, pieces.finer_first)
            else arg_max(part.value, pieces.finer_first)
        end as parts,
        string_agg(pieces.finer_label, ', ' order by pieces.finer_first) as finer
    from pieces
    join figures as whole on whole.region = pieces.region and whole.period = pieces.coarse
    join figures as part
        on part.region = pieces.region
        and part.period = pieces.finer
        and part.method = whole.method
        and part.client_group = whole.client_group
        and part.measure = whole.measure
    join measure on measure.id = whole.measure
    where whole.value is not null
    group by all
    having count(part.value) = any_value(pieces.number_of_pieces)
),
places as (
    select pieces.region, pieces.coarse, arg_min(line.line, line."row") as line, min(line."row") as at_row
    from pieces
    join keyed_line as line on line.region = pieces.region and line.period in (pieces.coarse, pieces.finer)
    group by all
)
select
    coalesce(exact.line, places.line) as line,
    case when exact.line is not null then compared.measure end as measure,
    coalesce(exact.cell_row, places.at_row) as at_row,
    compared.measure as subject,
    compared.coarse_label as coarse,
    compared.finer,
    compared.total,
    compared.parts
from compared
join places using (region, coarse)
left join (select line.*, cell.measure, cell."row" as cell_row from cell join keyed_line as line using (line)) as exact
    on exact.region = compared.region
    and exact.period = compared.coarse
    and exact.method = compared.method
    and exact.client_group = compared.client_group
    and exact.measure = compared.measure
where compared.parts <> compared.total
