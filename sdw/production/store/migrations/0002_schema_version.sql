-- Version 2: the store says which version it is. One line for each time that its tables were made or changed.
CREATE TABLE schema_version (
    version      INTEGER PRIMARY KEY,
    applied_at   TIMESTAMP NOT NULL,   -- UTC
    code_version VARCHAR NOT NULL
);
