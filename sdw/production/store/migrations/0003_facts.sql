-- Version 3: facts as read in public sources, with source, date and certainty. A batch holds the whole list.
CREATE TABLE fact (
    batch_id   INTEGER NOT NULL,
    position   INTEGER NOT NULL,    -- in the file, from 1
    id         VARCHAR NOT NULL,
    region     VARCHAR NOT NULL,    -- 'NL' for the nation
    topic      VARCHAR NOT NULL,
    statement  VARCHAR NOT NULL,
    shown      VARCHAR NOT NULL,    -- the figure in it as the source has it, '' for none
    unit       VARCHAR NOT NULL,
    period     VARCHAR NOT NULL,
    population VARCHAR NOT NULL,
    source     VARCHAR NOT NULL,
    url        VARCHAR NOT NULL,
    certainty  VARCHAR NOT NULL,
    note       VARCHAR NOT NULL
);
