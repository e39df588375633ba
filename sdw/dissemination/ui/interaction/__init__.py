"""What a reader can do inside a page: choose, open, take away."""
