"""Sterk door Werk monitor: from delivered file to published, protected figures."""

__version__ = "0.4.0"
