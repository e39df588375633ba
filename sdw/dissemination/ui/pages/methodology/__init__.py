"""The page that accounts for the figures."""
