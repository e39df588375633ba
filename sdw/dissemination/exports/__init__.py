"""Files out: csv, xlsx, and the sheet that a region fills in."""
