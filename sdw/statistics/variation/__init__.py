"""What differs between groups beyond chance: funnel limits, partial pooling, standardisation."""
