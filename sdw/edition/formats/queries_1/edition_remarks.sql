-- Grain: one remark that travels with a region's figures.  Input: an edition of format 1.  Output: region, period, kind.
SELECT region, period, kind FROM remark ORDER BY ALL
