"""Kinds of remarks with a region and period of an edition that decide what a reader may take for granted."""

from __future__ import annotations

#: Stocks and flows of a period do not add up; a period does not begin with what the one before it ended with.
OPEN, BROKEN = "optelling", "aansluiting"
