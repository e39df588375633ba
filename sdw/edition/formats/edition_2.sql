-- Format 2 of an edition: immutable, protected, published. The dashboard reads nothing else.
-- Read without this program: every name that a column refers to stands in a table of the same file.

-- What there is one of: label, moment, threshold, how it was protected.
CREATE TABLE manifest (key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL);

-- The regions of the nation when this was published, as they were called then; 'NL' is all of them.
CREATE TABLE region (region VARCHAR PRIMARY KEY, name VARCHAR NOT NULL);

-- What is measured and in which unit: 'aantal', '%' …
CREATE TABLE indicator (indicator VARCHAR PRIMARY KEY, label VARCHAR NOT NULL, unit VARCHAR NOT NULL);

-- Who says so, in words; of a published table its number and the day on which it was changed.
CREATE TABLE source (
    source   VARCHAR PRIMARY KEY,
    texts    VARCHAR[] NOT NULL,
    table_id VARCHAR,
    modified DATE
);

CREATE TABLE figure (
    indicator         VARCHAR NOT NULL,
    region            VARCHAR NOT NULL,
    period            VARCHAR NOT NULL,
    method            VARCHAR NOT NULL,
    client_group      VARCHAR NOT NULL,
    sector            VARCHAR NOT NULL,
    months            SMALLINT NOT NULL,
    value             DOUBLE,
    status            VARCHAR NOT NULL,
    numerator         DOUBLE,
    denominator       DOUBLE,
    low               DOUBLE,
    high              DOUBLE,
    bound_low         DOUBLE,
    bound_high        DOUBLE,
    regions_delivered SMALLINT,            -- of a national figure: over so many regions …
    regions_all       SMALLINT,            -- … of so many; NULL where that does not apply
    source            VARCHAR NOT NULL,    -- in `source`
    carried_from      VARCHAR[],           -- labels of the older editions that the value is of; NULL for its own
    origin            VARCHAR NOT NULL
);

CREATE TABLE batch (
    batch_id     INTEGER PRIMARY KEY,
    dataset      VARCHAR NOT NULL,
    origin       VARCHAR NOT NULL,
    imported_at  TIMESTAMP NOT NULL,       -- UTC
    regions      INTEGER NOT NULL,
    first_period VARCHAR NOT NULL,         -- '' for a batch without periods
    last_period  VARCHAR NOT NULL,
    row_count    BIGINT NOT NULL
);

-- The older editions that this one was protected together with, in the order in which they were looked at.
CREATE TABLE protected_beside (position INTEGER PRIMARY KEY, edition VARCHAR NOT NULL);

-- What a reader should know with a figure: warnings accepted at import, by kind.
CREATE TABLE remark (region VARCHAR NOT NULL, period VARCHAR NOT NULL, kind VARCHAR NOT NULL);

-- What a source changed in figures that were published before; a NULL status means: not in the table any more.
CREATE TABLE revision (
    measure    VARCHAR NOT NULL,
    sector     VARCHAR NOT NULL,
    period     VARCHAR NOT NULL,
    old_value  DOUBLE,
    old_status VARCHAR,
    new_value  DOUBLE,
    new_status VARCHAR,
    batch_id   INTEGER NOT NULL
);
