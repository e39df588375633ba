-- What the file replaces, where a dataset is delivered per region and period. grain: one unit of delivery
-- input: unit; output: region, period, part (always empty)
select region, period, '' as part
from unit
