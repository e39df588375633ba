"""From a grid of text to checked observations."""
