"""Stuurgroep: what changed, what to talk about, and where the goals of the covenant stand."""
