"""Regiokaart."""
