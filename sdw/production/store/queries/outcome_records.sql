-- Grain: region × start half-year × method × client group × months since the start, totals included.
-- Input: `chosen` (macros loaded); $on (the day of the edition).
-- Output: the keys, cohort, gevolgd, werk_1u, werk_12u, status, leaf (delivered, and no part of it was).
-- A cohort of which one of the four counts does not apply has no rates: it is unknown, so that no total is made
-- without it. A total that was delivered counts; one that was not is the sum of its parts. Months that the last starter of the
-- half-year has not reached on $on are `nvt`, whatever was delivered; a part that was delivered for other months only
-- is `niet_aangeleverd`, so that no total is made without it.
WITH delivered AS (
    SELECT
        region, period, method, client_group, months,
        max(value) FILTER (WHERE measure = 'cohort') AS cohort,
        max(value) FILTER (WHERE measure = 'gevolgd') AS gevolgd,
        max(value) FILTER (WHERE measure = 'werk_1u') AS werk_1u,
        max(value) FILTER (WHERE measure = 'werk_12u') AS werk_12u,
        CASE
            WHEN count(*) < 4 THEN 'niet_aangeleverd'
            WHEN status_of_sum(list(status)) IN ('waarde', 'voorlopig') AND count(value) < 4 THEN 'onbekend'
            ELSE status_of_sum(list(status))
        END AS status
    FROM chosen
    WHERE dataset = 'uitkomsten'
    GROUP BY ALL
),
grid AS (
    SELECT DISTINCT
        delivered.region, delivered.period, delivered.method, delivered.client_group, months.months,
        make_date(left(period, 4)::INTEGER, CASE WHEN right(period, 1) = '1' THEN 7 ELSE 1 END, 1)
            + to_years((right(period, 1) = '2')::INTEGER) + to_months(months.months::INTEGER) <= $on AS reached
    FROM delivered, (SELECT unnest([6, 12, 18, 24, 30, 36]) AS months) AS months
),
parts AS (
    SELECT
        grid.* EXCLUDE (reached), cohort, gevolgd, werk_1u, werk_12u,
        CASE WHEN NOT reached THEN 'nvt' ELSE coalesce(status, 'niet_aangeleverd') END AS status
    FROM grid
    LEFT JOIN delivered USING (region, period, method, client_group, months)
),
over_groups AS (
    SELECT
        region, period, method, 'totaal' AS client_group, months,
        sum(cohort) AS cohort, sum(gevolgd) AS gevolgd, sum(werk_1u) AS werk_1u, sum(werk_12u) AS werk_12u,
        status_of_sum(list(status)) AS status
    FROM parts
    WHERE client_group <> 'totaal'
    GROUP BY region, period, method, months
),
with_group_totals AS (
    SELECT parts.*, cut.region IS NULL AS leaf
    FROM parts
    LEFT JOIN over_groups AS cut
        ON parts.client_group = 'totaal'
        AND (parts.region, parts.period, parts.method, parts.months) = (cut.region, cut.period, cut.method, cut.months)
    UNION ALL BY NAME
    SELECT *, false AS leaf
    FROM over_groups
    ANTI JOIN parts USING (region, period, method, client_group, months)
),
over_methods AS (
    SELECT
        region, period, 'totaal' AS method, client_group, months,
        sum(cohort) AS cohort, sum(gevolgd) AS gevolgd, sum(werk_1u) AS werk_1u, sum(werk_12u) AS werk_12u,
        status_of_sum(list(status)) AS status
    FROM with_group_totals
    WHERE method <> 'totaal'
    GROUP BY region, period, client_group, months
),
everything AS (
    SELECT here.* EXCLUDE (leaf), here.leaf AND cut.region IS NULL AS leaf
    FROM with_group_totals AS here
    LEFT JOIN over_methods AS cut
        ON here.method = 'totaal'
        AND (here.region, here.period, here.client_group, here.months)
            = (cut.region, cut.period, cut.client_group, cut.months)
    UNION ALL BY NAME
    SELECT *, false AS leaf
    FROM over_methods
    ANTI JOIN with_group_totals USING (region, period, method, client_group, months)
)
SELECT region, period, method, client_group, months, cohort, gevolgd, werk_1u, werk_12u, status, leaf
FROM everything
ORDER BY ALL
