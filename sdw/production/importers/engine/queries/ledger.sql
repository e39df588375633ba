-- What is there at the end is what the ledger says, where all its counts are known.
-- grain: one line; input: line; output: line, measure, expected, found
select
    line,
    '$closing' as measure,
    $expected as expected,
    $closing as found
from line
where $expected <> $closing
