-- Grain: one indicator.  Input: an edition of format 2.  Output: indicator, label, unit as they were then.
SELECT indicator, label, unit FROM indicator
