-- Gemeenten that were not in the region of their row on the first of January of its year.
-- grain: one row of the file; input: keyed_line, municipality; output: line, measure
select line.line, null as measure
from keyed_line as line
anti join municipality on municipality.code = line.sector
    and municipality.region = line.region and municipality.period = line.period
