-- werk_12u <= werk_1u <= gevolgd <= cohort, where both are known; also two steps apart.
-- grain: one cell; input: line; output: line, measure, smaller, found, larger, limit
with pairs as (
    select line, 'gevolgd' as measure, gevolgd as found, 'cohort' as larger, cohort as "limit" from line
    union all
    select line, 'werk_1u', werk_1u, 'gevolgd', gevolgd from line
    union all
    select line, 'werk_12u', werk_12u, 'werk_1u', werk_1u from line
    union all
    select line, 'werk_1u', werk_1u, 'cohort', cohort from line where gevolgd is null
    union all
    select line, 'werk_12u', werk_12u, 'gevolgd', gevolgd from line where werk_1u is null
    union all
    select line, 'werk_12u', werk_12u, 'cohort', cohort from line where werk_1u is null and gevolgd is null
)
select line, measure, measure as smaller, found, larger, "limit"
from pairs
where found > "limit"
