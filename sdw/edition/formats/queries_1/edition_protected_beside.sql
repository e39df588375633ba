-- Grain: one older edition that this one was protected together with.  Input: an edition of format 1.  Output: label.
SELECT unnest(string_split(value, ',')) FROM manifest WHERE key = 'protected_beside' AND value <> ''
