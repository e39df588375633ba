"""Measured speed: `make bench` prints a table of ratios against a baseline of the same run."""
