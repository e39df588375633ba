"""Figures against their target."""
