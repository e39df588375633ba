-- Grain: one fact.  Input: incoming_fact (pyarrow: position and the columns of a list); $batch_id.  Output: none.
INSERT INTO fact BY NAME SELECT $batch_id AS batch_id, * FROM incoming_fact
