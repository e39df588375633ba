"""The map of the regions and the grid of equal tiles."""
