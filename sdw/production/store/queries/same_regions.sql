-- Grain: period × measure, for the nation: all methods and client groups.
-- Input: `cell` (macros loaded).  Output: table `same_regions`: measure, period, the keys, value, status, covered.
-- Every count over the regions that have a value in the period and in the same period a year earlier: of the period
-- (`…_gelijk_nu`) and of the year earlier (`…_gelijk_eerder`, at the period that is compared with it). A count that
-- is over the same regions as the nation itself is left out: the nation serves then.
CREATE OR REPLACE TEMP TABLE same_regions AS
WITH whole AS (
    SELECT region, period, measure, value, status
    FROM cell
    WHERE method = 'totaal' AND client_group = 'totaal' AND value IS NOT NULL
      AND list_contains($measures, measure)
),
pair AS (
    SELECT now.region, now.period, now.measure, now.value, now.status,
        before.period AS before_period, before.value AS before_value, before.status AS before_status
    FROM whole AS now
    JOIN whole AS before
        ON before.region = now.region AND before.measure = now.measure
        AND before.period = (left(now.period, 4)::INTEGER - 1)::VARCHAR || substr(now.period, 5)
),
summed AS (
    SELECT measure || '_gelijk_nu' AS name, measure, period, period AS counted_in,
        sum(value) AS value, bool_or(status = 'voorlopig') AS provisional, list(region ORDER BY region) AS covered
    FROM pair
    GROUP BY measure, period
    UNION ALL
    SELECT measure || '_gelijk_eerder', measure, period, before_period,
        sum(before_value), bool_or(before_status = 'voorlopig'), list(region ORDER BY region)
    FROM pair
    GROUP BY measure, period, before_period
)
SELECT
    summed.name AS measure, summed.period, 'totaal' AS method, 'totaal' AS client_group, summed.value,
    CASE WHEN summed.provisional THEN 'voorlopig' ELSE 'waarde' END AS status, summed.covered
FROM summed
JOIN nation
    ON nation.measure = summed.measure AND nation.period = summed.counted_in
    AND nation.method = 'totaal' AND nation.client_group = 'totaal'
WHERE nation.covered <> summed.covered AND len(summed.covered) >= $least
