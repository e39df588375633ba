-- What the file replaces, where a dataset is delivered measure by measure. grain: one unit of delivery
-- input: observation; output: region, period, part (the measure)
select distinct region, period, measure as part
from observation
