-- Grain: one indicator.  Input: none, because format 1 does not say what it measured.  Output: no line.
SELECT '' AS indicator, '' AS label, '' AS unit WHERE false
