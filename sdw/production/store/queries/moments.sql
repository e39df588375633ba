-- Grain: none.  Input: $opening, $closing.  Output: variable `moments`: which of its two parts a stock of a longer
-- period is taken from; what is not in it adds up (reference.measures).
SET VARIABLE moments = MAP {$opening: 'first', $closing: 'last'}
