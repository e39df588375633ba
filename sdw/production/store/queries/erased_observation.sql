-- Grain: one figure that stands in for one of an erased delivery (publishing/stand_ins).  Input: none.
-- Output: table `erased_observation`, empty until it is filled: dataset, origin and the columns of observation.
CREATE TEMP TABLE IF NOT EXISTS erased_observation (
    batch_id INTEGER, dataset VARCHAR, origin VARCHAR,
    region VARCHAR, period VARCHAR, method VARCHAR, client_group VARCHAR, sector VARCHAR, months SMALLINT,
    measure VARCHAR, value DOUBLE, low DOUBLE, high DOUBLE, status VARCHAR
)
