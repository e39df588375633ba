"""The areas of a CBS table, and what they are of our regions."""
