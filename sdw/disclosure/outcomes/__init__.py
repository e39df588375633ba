"""Outcomes as counts of people: their cells, unknowns and system."""
