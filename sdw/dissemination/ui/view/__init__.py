"""What a reader chose, as the link holds it."""
