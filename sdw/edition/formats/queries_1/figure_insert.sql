-- Grain: one figure.  Input: new_figure (pyarrow).  Output: none.
INSERT INTO figure BY NAME SELECT * FROM new_figure
ORDER BY indicator, period, method, client_group, sector, months, region
