"""Regio."""
