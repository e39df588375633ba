-- Format 2, a table that a file may lack: its manifest has `fact_digest` where it is there.
-- Statements as read in public sources. A region without a fact on a topic: nothing was found, which is not that there
-- is nothing.
CREATE TABLE fact (
    position   INTEGER PRIMARY KEY,
    id         VARCHAR NOT NULL,
    region     VARCHAR NOT NULL,    -- in `region`
    topic      VARCHAR NOT NULL,
    statement  VARCHAR NOT NULL,
    shown      VARCHAR NOT NULL,    -- the figure in it as the source has it, '' for none
    unit       VARCHAR NOT NULL,
    period     VARCHAR NOT NULL,
    population VARCHAR NOT NULL,
    source     VARCHAR NOT NULL,    -- in words
    url        VARCHAR NOT NULL,
    certainty  VARCHAR NOT NULL,    -- 'hoog' or 'middel'
    note       VARCHAR NOT NULL
);
