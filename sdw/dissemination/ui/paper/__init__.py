"""Documents on paper: a factsheet per region, packs for a meeting, and any page of the menu, of the same blocks."""
