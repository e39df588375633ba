-- Grain: one state.  Input: incoming_state (pyarrow: position, part and the columns of a state); $batch_id.
-- Output: none.
INSERT INTO state BY NAME SELECT $batch_id AS batch_id, * FROM incoming_state
