"""Overzicht."""
