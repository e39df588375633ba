"""From a grid of text to states: every cell read against its closed list, every problem with its place."""
