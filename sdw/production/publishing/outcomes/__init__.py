"""What became of people after the start of their trajectory."""
