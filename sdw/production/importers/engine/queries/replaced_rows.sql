-- Rows that were delivered earlier for a region and period that the file replaces as a whole, and that the file lacks
-- (or leaves blank): a stray row of another region takes the place of that region's whole delivery.
-- grain: one region and period, at its first line; input: replaced, keyed_line, period
-- output: line, measure, at_row, gone, label
with known as (
    select distinct region, period, method, client_group, months
    from replaced
    where value is not null or status = 'afgeschermd'
),
gone as (
    select region, period, count(*) as gone
    from known
    where not exists (
        select 1
        from keyed_line as now
        where
            now.filled
            and now.region = known.region and now.period = known.period and now.months = known.months
            and known.method in ('totaal', now.method) and known.client_group in ('totaal', now.client_group)
    )
    group by region, period
)
select
    arg_min(line.line, line."row") as line,
    null as measure,
    min(line."row") as at_row,
    any_value(gone.gone) as gone,
    any_value(period.label) as label
from gone
join keyed_line as line using (region, period)
join period on period.code = gone.period
group by gone.region, gone.period
