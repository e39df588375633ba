-- Version 4: states. What somebody says of a region, gemeente, priority, decision or activity on a day, and its source.
-- `delivery` has a line for each: a later batch with the same takes its place.
CREATE TABLE state (
    batch_id     INTEGER NOT NULL,
    position     INTEGER NOT NULL,    -- in the file, from 1
    part         VARCHAR NOT NULL,    -- as in `delivery`
    covenant     VARCHAR NOT NULL,    -- '' or 0 where the dataset has no such part
    priority     INTEGER NOT NULL,
    region       VARCHAR NOT NULL,    -- 'NL' for the nation
    municipality VARCHAR NOT NULL,
    place        VARCHAR NOT NULL,    -- name of the gemeente then
    element      VARCHAR NOT NULL,
    meeting      DATE,
    number       INTEGER NOT NULL,
    day          DATE NOT NULL,
    state        VARCHAR NOT NULL,
    statement    VARCHAR NOT NULL,
    evidence     VARCHAR NOT NULL,
    owner        VARCHAR NOT NULL,
    target_group VARCHAR NOT NULL,
    due          DATE,
    amount       DOUBLE,
    unit         VARCHAR NOT NULL,
    certainty    VARCHAR NOT NULL,
    source       VARCHAR NOT NULL,
    url          VARCHAR NOT NULL
);
