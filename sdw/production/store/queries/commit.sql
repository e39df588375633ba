-- Grain: none.  Input: none.  Output: none; a step of one transaction.
COMMIT
