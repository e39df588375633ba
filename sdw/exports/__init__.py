"""Files out: csv, xlsx, svg."""
