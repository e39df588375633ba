-- Grain: none.  Input: view `incoming_observation`.  Output: none; the view is dropped.
DROP VIEW incoming_observation
