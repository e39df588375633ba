"""The page on absence."""
