"""The page with the map."""
