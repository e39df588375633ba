"""The pages on progress: overview, targets, one region."""
