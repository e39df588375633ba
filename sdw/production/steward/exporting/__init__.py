"""`python -m sdw export`: what an edition shows, as files, documents and pictures."""
