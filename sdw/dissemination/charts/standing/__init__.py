"""Drawings of what has a state and no count."""
