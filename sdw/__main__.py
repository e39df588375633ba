"""`python -m sdw`: the steward's command line."""
