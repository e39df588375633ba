-- Grain: one key without its period.  Input: incoming_place; $batch_id.  Output: none.
INSERT INTO observation_place
SELECT $batch_id, place, region, method, client_group, sector, months FROM incoming_place
