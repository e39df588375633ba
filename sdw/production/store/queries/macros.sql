-- Grain: none.  Input: variable `moments`.  Output: macros for the queries of one calculation.
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
-- value_of_two, status_of_two: a half-year from its two quarters, or a year from its two half-years. A stock is taken
-- from the first part or from the last; one part in hand is not the whole.
CREATE OR REPLACE TEMP MACRO value_of_two(measure, value, period) AS
    CASE getvariable('moments')[measure]
        WHEN 'first' THEN arg_min(coalesce(value, -1), period)
        WHEN 'last' THEN arg_max(coalesce(value, -1), period)
        ELSE sum(value)
    END;
CREATE OR REPLACE TEMP MACRO status_of_two(measure, status, period) AS
    CASE
        WHEN count(*) < 2 THEN 'niet_aangeleverd'
        WHEN getvariable('moments')[measure] = 'first' THEN arg_min(status, period)
        WHEN getvariable('moments')[measure] = 'last' THEN arg_max(status, period)
        ELSE status_of_sum(list(status))
    END;
CREATE OR REPLACE TEMP MACRO half_of(period) AS
    left(period, 4) || CASE WHEN right(period, 1) IN ('1', '2') THEN '-H1' ELSE '-H2' END;
CREATE OR REPLACE TEMP MACRO kind_of(period) AS
    CASE WHEN length(period) = 4 THEN 'year' WHEN period LIKE '%-H%' THEN 'half' ELSE 'quarter' END
