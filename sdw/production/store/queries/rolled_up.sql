-- Grain: region × period (delivered and coarser) × method × client group × measure, what is made of measures included.
-- Input: `complete`, `made` (macros loaded).  Output: table `cell`: id, the keys, value, status, via.
-- Flows add over periods; a stock is taken from the first part or from the last. A coarser period has a
-- value only when all its parts are there: a half-year in hand is not a year.
CREATE OR REPLACE TEMP TABLE cell AS
WITH halves AS (
    SELECT
        region, half_of(period) AS period, method, client_group, measure,
        value_of_two(measure, value, period) AS value,
        status_of_two(measure, status, period) AS status,
        'quarters' AS via
    FROM complete
    WHERE kind_of(period) = 'quarter'
    GROUP BY region, half_of(period), method, client_group, measure
),
with_halves AS (
    SELECT * FROM complete WHERE kind_of(period) = 'half'
    UNION ALL
    SELECT * FROM halves
    ANTI JOIN complete USING (region, period, method, client_group, measure)
),
years AS (
    SELECT
        region, left(period, 4) AS period, method, client_group, measure,
        value_of_two(measure, value, period) AS value,
        status_of_two(measure, status, period) AS status,
        'halves' AS via
    FROM with_halves
    GROUP BY region, left(period, 4), method, client_group, measure
),
everything AS (
    SELECT * FROM complete WHERE kind_of(period) <> 'half'
    UNION ALL
    SELECT * FROM with_halves
    UNION ALL
    SELECT * FROM years
    ANTI JOIN complete USING (region, period, method, client_group, measure)
),
of_measures AS (
    SELECT
        region, period, method, client_group, made.id AS measure,
        sum(value) FILTER (WHERE status IN ('waarde', 'voorlopig')) AS value,
        CASE WHEN count(*) < any_value(made.parts) THEN 'niet_aangeleverd' ELSE status_of_sum(list(status)) END AS status,
        'measures' AS via
    FROM everything
    JOIN made ON made.part = everything.measure
    GROUP BY region, period, method, client_group, made.id
)
SELECT
    (row_number() OVER (ORDER BY region, period, method, client_group, measure) - 1)::INTEGER AS id,
    region, period, method, client_group, measure,
    CASE WHEN status IN ('waarde', 'voorlopig') THEN value END AS value,
    status, via
FROM (SELECT * FROM everything UNION ALL SELECT * FROM of_measures)
