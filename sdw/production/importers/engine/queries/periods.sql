-- The periods of the file in the order of their numbers, then those that were only delivered before.
-- grain: one period; input: moment, before; output: moment (NULL: not in the file), period
select moment, period
from moment
union all
select distinct null, period
from before
anti join moment using (period)
order by moment nulls last, period
