-- Format 1 of an edition, as it was published until its format was numbered. Never changes.

CREATE TABLE manifest (key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL);

CREATE TABLE figure (
    indicator    VARCHAR NOT NULL,
    region       VARCHAR NOT NULL,
    period       VARCHAR NOT NULL,
    method       VARCHAR NOT NULL,
    client_group VARCHAR NOT NULL,
    sector       VARCHAR NOT NULL,
    months       SMALLINT NOT NULL,
    value        DOUBLE,
    status       VARCHAR NOT NULL,
    numerator    DOUBLE,
    denominator  DOUBLE,
    low          DOUBLE,
    high         DOUBLE,
    bound_low    DOUBLE,
    bound_high   DOUBLE,
    coverage     VARCHAR NOT NULL,
    source       VARCHAR NOT NULL,
    origin       VARCHAR NOT NULL
);

CREATE TABLE batch (
    batch_id    INTEGER NOT NULL,
    dataset     VARCHAR NOT NULL,
    origin      VARCHAR NOT NULL,
    imported_at TIMESTAMP NOT NULL,
    regions     INTEGER NOT NULL,
    periods     VARCHAR NOT NULL,
    row_count   BIGINT NOT NULL
);

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
