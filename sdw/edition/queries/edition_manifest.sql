-- Grain: one fact of the edition.  Input: an edition.  Output: key, value.
SELECT key, value FROM manifest
