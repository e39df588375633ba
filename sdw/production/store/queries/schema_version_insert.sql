-- Grain: one change of the tables of the store.  Input: $version, $applied_at, $code_version.  Output: none.
INSERT INTO schema_version VALUES ($version, $applied_at, $code_version)
