"""Every format that an edition was ever published in: schemas, and queries that answer alike."""
