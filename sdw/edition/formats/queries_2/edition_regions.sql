-- Grain: one region, and the nation.  Input: region.  Output: its code, and its name when this was published.
SELECT region, name FROM region
