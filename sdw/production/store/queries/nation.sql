-- Grain: period × method × client group × measure, for the nation.
-- Input: `cell` (macros loaded).  Output: table `nation`: the keys, value, status, covered (the regions in it).
-- The exception to adding up: the nation adds the regions that have a value for exactly this cell.
CREATE OR REPLACE TEMP TABLE nation AS
SELECT
    period, method, client_group, measure,
    sum(value) AS value,
    CASE
        WHEN count(value) = 0 THEN status_of_sum(list(status))
        WHEN bool_or(status = 'voorlopig') THEN 'voorlopig'
        ELSE 'waarde'
    END AS status,
    list(region ORDER BY region) FILTER (WHERE value IS NOT NULL) AS covered
FROM cell
GROUP BY period, method, client_group, measure
