-- Grain: one batch.  Input: which edition of which published table it is.  Output: none.
INSERT INTO publication VALUES ($batch_id, $table_id, $title, $modified)
