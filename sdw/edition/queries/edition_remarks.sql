-- Grain: one remark that travels with a region's figures.  Input: an edition.  Output: region, period, kind.
SELECT region, period, kind FROM remark ORDER BY ALL
