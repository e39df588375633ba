-- Version 1 of the private store: everything of before its version was kept. Rows are only ever added: an undone batch stays, marked as undone,
-- so that undo restores exactly what was there and every edition can be rebuilt.

CREATE SEQUENCE batch_number START 1;

CREATE TABLE batch (
    batch_id     INTEGER PRIMARY KEY DEFAULT nextval('batch_number'),
    dataset      VARCHAR NOT NULL,
    origin       VARCHAR NOT NULL CHECK (origin IN ('voorbeeld', 'aangeleverd', 'openbaar')),
    file_name    VARCHAR NOT NULL,
    sha256       VARCHAR NOT NULL,
    imported_at  TIMESTAMP NOT NULL,   -- UTC
    undone_at    TIMESTAMP,
    row_count    BIGINT NOT NULL,
    changed      BIGINT NOT NULL,
    code_version VARCHAR NOT NULL,
    reason       VARCHAR            -- why the steward overruled the guard, where that happened
);

-- What a batch delivers as a whole: a later batch on the same unit replaces it.
CREATE TABLE delivery (
    batch_id INTEGER NOT NULL,
    dataset  VARCHAR NOT NULL,
    origin   VARCHAR NOT NULL,
    region   VARCHAR NOT NULL,
    period   VARCHAR NOT NULL,
    part     VARCHAR NOT NULL       -- '' or the measure, where a dataset is replaced measure by measure
);

-- The figures of a batch, taken apart so that no text is written twice: its places and moments, the lines that they
-- make, what each kind of cell is, the cells, and the margins of those that have one. Numbers count within the batch.
-- `observation` is how everything reads them.
CREATE TABLE observation_place (
    batch_id     INTEGER NOT NULL,
    place        INTEGER NOT NULL,
    region       VARCHAR NOT NULL,
    method       VARCHAR NOT NULL,
    client_group VARCHAR NOT NULL,
    sector       VARCHAR NOT NULL,
    months       SMALLINT NOT NULL
);

CREATE TABLE observation_moment (
    batch_id INTEGER NOT NULL,
    moment   SMALLINT NOT NULL,
    period   VARCHAR NOT NULL
);

CREATE TABLE observation_line (
    batch_id INTEGER NOT NULL,
    line     INTEGER NOT NULL,
    place    INTEGER NOT NULL,
    moment   SMALLINT NOT NULL
);

CREATE TABLE observation_kind (
    batch_id INTEGER NOT NULL,
    kind     SMALLINT NOT NULL,
    measure  VARCHAR NOT NULL,
    status   VARCHAR NOT NULL
);

CREATE TABLE observation_cell (
    batch_id INTEGER NOT NULL,
    line     INTEGER NOT NULL,
    kind     SMALLINT NOT NULL,
    value    DOUBLE
);

CREATE TABLE observation_margin (
    batch_id INTEGER NOT NULL,
    line     INTEGER NOT NULL,
    kind     SMALLINT NOT NULL,
    low      DOUBLE,
    high     DOUBLE
);

CREATE VIEW observation AS
SELECT
    cell.batch_id, place.region, moment.period, place.method, place.client_group, place.sector, place.months,
    kind.measure, cell.value, margin.low, margin.high, kind.status
FROM observation_cell AS cell
JOIN observation_line AS line ON line.batch_id = cell.batch_id AND line.line = cell.line
JOIN observation_place AS place ON place.batch_id = line.batch_id AND place.place = line.place
JOIN observation_moment AS moment ON moment.batch_id = line.batch_id AND moment.moment = line.moment
JOIN observation_kind AS kind ON kind.batch_id = cell.batch_id AND kind.kind = cell.kind
LEFT JOIN observation_margin AS margin
    ON margin.batch_id = cell.batch_id AND margin.line = cell.line AND margin.kind = cell.kind;

-- Warnings that were accepted with a batch, and are shown with its figures.
CREATE TABLE warning (
    batch_id INTEGER NOT NULL,
    region   VARCHAR NOT NULL,
    period   VARCHAR NOT NULL,
    kind     VARCHAR NOT NULL
);

-- Which edition of a published table a batch is: CBS's number, title, and the day it last changed the table.
CREATE TABLE publication (
    batch_id INTEGER NOT NULL,
    table_id VARCHAR NOT NULL,
    title    VARCHAR NOT NULL,
    modified VARCHAR NOT NULL       -- ISO day, '' where the file does not tell
);
