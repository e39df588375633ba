-- Grain: one number.  Input: a store of version 2 or later.  Output: its version; NULL when that is gone.
SELECT max(version) FROM schema_version
