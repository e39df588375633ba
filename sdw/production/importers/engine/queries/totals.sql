-- A delivered total adds up, over methods, over client groups, or over both when neither margin is there.
-- Parts without a value (but `nvt`) can only make the total larger: then just a sum above it is wrong.
-- grain: one cell with method or client group 'totaal'; input: cell, keyed_line, observation
-- output: line, measure, total, parts
with totals as (
    select
        line.line, cell.measure, line.region, line.period, line.sector, line.months,
        line.method, line.client_group, cell.value
    from keyed_line as line
    join cell using (line)
    where (method = 'totaal' or client_group = 'totaal') and value is not null
),
candidates as (
    select
        totals.line,
        totals.measure,
        totals.value as total,
        case
            when part.client_group = totals.client_group then 1
            when part.method = totals.method then 2
            else 3
        end as direction,
        part.value,
        part.status
    from totals
    join observation as part
        using (region, period, sector, months, measure)
    where
        (part.client_group = totals.client_group and totals.method = 'totaal' and part.method <> 'totaal')
        or (part.method = totals.method and totals.client_group = 'totaal' and part.client_group <> 'totaal')
        or (
            totals.method = 'totaal' and totals.client_group = 'totaal'
            and part.method <> 'totaal' and part.client_group <> 'totaal'
        )
),
sums as (
    select
        line,
        measure,
        total,
        direction,
        coalesce(sum(value), 0) as parts,
        count(*) filter (where value is null and status <> 'nvt') as unknown
    from candidates
    group by line, measure, total, direction
)
select line, measure, any_value(total) as total, arg_min(parts, direction) as parts
from sums
where parts > total or (unknown = 0 and parts <> total)
group by line, measure
