"""Dutch words and Dutch numbers, in one place."""
