-- Grain: none.  Input: none.  Output: macros for the queries of one calculation.
-- status_of_sum: which status a sum takes (the same rule as reference.status.of_sum; a test compares them).
CREATE OR REPLACE TEMP MACRO status_of_sum(parts) AS
    CASE
        WHEN list_contains(parts, 'afgeschermd') THEN 'afgeschermd'
        WHEN list_contains(parts, 'niet_aangeleverd') THEN 'niet_aangeleverd'
        WHEN list_contains(parts, 'onbekend') THEN 'onbekend'
        WHEN list_contains(parts, 'voorlopig') THEN 'voorlopig'
        WHEN list_contains(parts, 'waarde') THEN 'waarde'
        ELSE 'nvt'
    END;
CREATE OR REPLACE TEMP MACRO half_of(period) AS
    left(period, 4) || CASE WHEN right(period, 1) IN ('1', '2') THEN '-H1' ELSE '-H2' END;
CREATE OR REPLACE TEMP MACRO kind_of(period) AS
    CASE WHEN length(period) = 4 THEN 'year' WHEN period LIKE '%-H%' THEN 'half' ELSE 'quarter' END
