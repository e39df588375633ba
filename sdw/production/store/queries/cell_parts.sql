-- Grain: one part of one cell.  Input: `cell`, with a value each, and `made` (macros loaded).
-- Output: level (0 is computed first), whole (id), part (id): a whole is the sum of its parts.
-- A total that was delivered beside its parts is listed with them: what it has more than they have
-- is the reader's to work out.
WITH shown AS (SELECT * FROM cell WHERE value IS NOT NULL),
over_groups AS (
    SELECT 0 AS level, whole.id AS whole, part.id AS part
    FROM shown AS whole
    JOIN shown AS part USING (region, period, method, measure)
    WHERE whole.via IN ('groups', 'delivered') AND part.via = 'delivered'
      AND whole.client_group = 'totaal' AND part.client_group <> 'totaal'
),
over_methods AS (
    SELECT 1 AS level, whole.id AS whole, part.id AS part
    FROM shown AS whole
    JOIN shown AS part USING (region, period, client_group, measure)
    WHERE whole.via IN ('methods', 'delivered') AND part.via IN ('groups', 'delivered')
      AND whole.method = 'totaal' AND part.method <> 'totaal'
      AND whole.id NOT IN (SELECT whole FROM over_groups)
),
coarser AS (
    SELECT
        whole.id AS whole, part.id AS part, whole.period AS whole_period, whole.via AS whole_via,
        whole.measure, part.period AS part_period
    FROM shown AS whole
    JOIN shown AS part
        ON part.region = whole.region AND part.method = whole.method
        AND part.client_group = whole.client_group AND part.measure = whole.measure
        AND left(part.period, 4) = left(whole.period, 4)
        AND ((kind_of(whole.period) = 'half' AND kind_of(part.period) = 'quarter'
                AND half_of(part.period) = whole.period)
          OR (kind_of(whole.period) = 'year' AND kind_of(part.period) = 'half'))
    WHERE whole.measure NOT IN (SELECT id FROM made)
),
complete_coarser AS (
    SELECT *, count(*) OVER (PARTITION BY whole) AS parts,
        row_number() OVER (PARTITION BY whole ORDER BY part_period) AS place
    FROM coarser
),
over_time AS (
    SELECT CASE kind_of(whole_period) WHEN 'half' THEN 2 ELSE 3 END AS level, whole, part
    FROM complete_coarser
    WHERE parts = 2
      AND CASE getvariable('moments')[measure] WHEN 'first' THEN place = 1 WHEN 'last' THEN place = 2 ELSE true END
),
stock_alone AS (
    SELECT CASE kind_of(whole_period) WHEN 'half' THEN 2 ELSE 3 END AS level, whole, part
    FROM complete_coarser
    WHERE parts = 1 AND whole_via IN ('quarters', 'halves')
),
over_measures AS (
    SELECT 4 AS level, whole.id AS whole, part.id AS part
    FROM shown AS whole
    JOIN made ON made.id = whole.measure
    JOIN shown AS part
        ON part.region = whole.region AND part.period = whole.period AND part.method = whole.method
        AND part.client_group = whole.client_group AND part.measure = made.part
    WHERE whole.via = 'measures'
)
SELECT * FROM over_groups
UNION ALL SELECT * FROM over_methods
UNION ALL SELECT * FROM over_time
UNION ALL SELECT * FROM stock_alone
UNION ALL SELECT * FROM over_measures
ORDER BY ALL
