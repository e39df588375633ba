"""Counts of trajectories as one linear system, beside all releases before it."""
