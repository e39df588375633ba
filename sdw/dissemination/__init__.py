"""The public wing: from edition to reader. Nothing here knows the private wing."""
