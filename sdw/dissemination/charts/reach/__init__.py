"""Trajectories started beside the people who could be meant."""
