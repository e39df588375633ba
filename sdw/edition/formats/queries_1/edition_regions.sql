-- Grain: one region.  Input: none, because format 1 holds no names.  Output: no line; names are those of now.
SELECT '' AS region, '' AS name WHERE false
