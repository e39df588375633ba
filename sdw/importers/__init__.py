"""Files in: one declaration per kind of file, one engine that reads, checks and reports."""
