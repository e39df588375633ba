-- Grain: one figure that stands in for an erased one.  Input: incoming_stand_in (pyarrow).  Output: `erased_observation`, filled.
INSERT INTO erased_observation BY NAME SELECT *, '' AS sector, 'waarde' AS status FROM incoming_stand_in
