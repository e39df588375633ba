"""Packed files (xlsx, ods), read as streams before anything in them is believed."""
