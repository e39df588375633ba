-- Format 2, a table that a file may lack: its manifest has `municipality_figure_digest` where it is there.
-- Public figures of gemeenten. `region` is the one that the gemeente was in at the start of the period, and `name` what
-- it was called then: a later merger or a later region changes nothing here.
CREATE TABLE municipality_figure (
    indicator    VARCHAR NOT NULL,    -- in `indicator`
    region       VARCHAR NOT NULL,    -- in `region`
    municipality VARCHAR NOT NULL,    -- 'GM0153'
    name         VARCHAR NOT NULL,
    period       VARCHAR NOT NULL,
    value        DOUBLE,
    status       VARCHAR NOT NULL,
    numerator    DOUBLE,
    denominator  DOUBLE,
    source       VARCHAR NOT NULL     -- in `source`
);
