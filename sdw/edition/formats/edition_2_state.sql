-- Format 2, a table that a file may lack: its manifest has `state_digest` where it is there.
-- What was said of a region, gemeente, priority, decision or activity on a day. Never a count of people.
CREATE TABLE state (
    position     INTEGER PRIMARY KEY,
    dataset      VARCHAR NOT NULL,    -- 'speerpunten', 'borging', 'ips_gemeente', 'besluiten' or 'activiteiten'
    covenant     VARCHAR NOT NULL,    -- '2024-2026'; '' where the dataset has no such part
    priority     INTEGER NOT NULL,    -- number of the speerpunt; 0 where that does not apply
    region       VARCHAR NOT NULL,    -- in `region`
    municipality VARCHAR NOT NULL,    -- 'GM0153'
    place        VARCHAR NOT NULL,    -- name of the gemeente then
    element      VARCHAR NOT NULL,    -- of the borging: 'werkcentrum', 'mgn' …
    meeting      DATE,                -- of a decision
    number       INTEGER NOT NULL,    -- of a decision or an activity
    day          DATE NOT NULL,       -- on which it was so
    state        VARCHAR NOT NULL,    -- 'loopt', 'geborgd', 'onbekend' …
    statement    VARCHAR NOT NULL,    -- what was decided, or is meant to be reached
    evidence     VARCHAR NOT NULL,    -- what shows it, or what came of it
    owner        VARCHAR NOT NULL,
    target_group VARCHAR NOT NULL,
    due          DATE,
    amount       DOUBLE,
    unit         VARCHAR NOT NULL,    -- of the amount
    certainty    VARCHAR NOT NULL,    -- 'zelf_gemeld', 'nagegaan' or 'openbare_bron'
    source       VARCHAR NOT NULL,    -- in words
    url          VARCHAR NOT NULL,
    origin       VARCHAR NOT NULL     -- 'voorbeeld': invented
);
