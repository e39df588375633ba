"""The page on data: deliver, check, take away, look back."""
