"""Gegevens."""
