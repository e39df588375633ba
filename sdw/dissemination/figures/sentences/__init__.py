"""What figures say, in Dutch sentences."""
