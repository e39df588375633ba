"""What a steering group asks of an edition and the one before it; from what both publish, and nothing else."""
