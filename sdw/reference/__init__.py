"""What is fixed: regions, periods, boundaries, targets, sources."""
