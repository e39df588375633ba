"""Verantwoording."""
