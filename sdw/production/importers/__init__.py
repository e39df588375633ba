"""Reads and checks delivered files in memory: one declaration per kind of file, one engine for all."""
