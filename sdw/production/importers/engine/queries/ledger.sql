-- beginstand + gestart - beeindigd = eindstand, where all four are known.
-- grain: one line; input: line; output: line, measure, expected, found
select
    line,
    'eindstand' as measure,
    beginstand + gestart - beeindigd as expected,
    eindstand as found
from line
where beginstand + gestart - beeindigd <> eindstand
