"""Doelen."""
