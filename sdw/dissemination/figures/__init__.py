"""Published figures, asked for: selections, sums, corrections, outcomes, evidence."""
