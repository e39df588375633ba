-- Rows with a key and nothing filled in.
-- grain: one line; input: line; output: line
select line, null as measure
from line
where not filled
