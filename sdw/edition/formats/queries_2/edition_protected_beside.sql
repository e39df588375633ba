-- Grain: one older edition that this one was protected together with.  Input: an edition of format 2.  Output: label.
SELECT edition FROM protected_beside ORDER BY position
