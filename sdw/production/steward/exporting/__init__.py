"""`python -m sdw export`: what an edition shows, as files, documents, pictures, and slides for a hall."""
