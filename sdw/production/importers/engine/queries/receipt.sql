-- What was read for each region. grain: one region; input: unit
-- output: region, periods (codes, in order), with_value, without_value, total
select region, list(period order by period), sum(valued)::bigint, sum(cells - valued)::bigint, sum(total)
from unit
group by region
order by region
