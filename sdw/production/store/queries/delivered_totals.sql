-- Grain: region × period as delivered × method × client group × measure, totals included.
-- Input: `chosen` (macros loaded).  Output: table `complete`: the keys, value, status, via.
-- A total that was delivered counts; one that was not is the sum of its parts. `via` says which.
CREATE OR REPLACE TEMP TABLE complete AS
WITH delivered AS (
    SELECT region, period, method, client_group, measure, value, status, 'delivered' AS via
    FROM chosen
    WHERE dataset = 'trajecten'
),
over_groups AS (
    SELECT region, period, method, 'totaal' AS client_group, measure,
        sum(value) AS value, status_of_sum(list(status)) AS status, 'groups' AS via
    FROM delivered
    WHERE client_group <> 'totaal'
    GROUP BY region, period, method, measure
),
with_group_totals AS (
    SELECT * FROM delivered
    UNION ALL
    SELECT * FROM over_groups
    ANTI JOIN delivered USING (region, period, method, client_group, measure)
),
over_methods AS (
    SELECT region, period, 'totaal' AS method, client_group, measure,
        sum(value) AS value, status_of_sum(list(status)) AS status, 'methods' AS via
    FROM with_group_totals
    WHERE method <> 'totaal'
    GROUP BY region, period, client_group, measure
),
everything AS (
    SELECT * FROM with_group_totals
    UNION ALL
    SELECT * FROM over_methods
    ANTI JOIN with_group_totals USING (region, period, method, client_group, measure)
)
SELECT
    region, period, method, client_group, measure,
    CASE WHEN status IN ('waarde', 'voorlopig') THEN value END AS value,
    status, via
FROM everything
