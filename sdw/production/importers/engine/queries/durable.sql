-- duurzaam_geplaatst is at most uitgevoerd (beginstand + gestart), where all three are known.
-- grain: one line; input: line; output: line, measure, found, carried_out
select
    line,
    'duurzaam_geplaatst' as measure,
    duurzaam_geplaatst as found,
    beginstand + gestart as carried_out
from line
where duurzaam_geplaatst > beginstand + gestart
