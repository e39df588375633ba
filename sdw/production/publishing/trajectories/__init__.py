"""Counts of trajectories, and the rates over them."""
