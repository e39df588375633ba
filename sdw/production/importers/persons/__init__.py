"""The guard against data about persons: only aggregated counts may come in."""
