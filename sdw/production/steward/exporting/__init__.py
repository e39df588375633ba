"""`python -m sdw export`: an edition as files, documents, pictures, slides for a hall and for PowerPoint."""
