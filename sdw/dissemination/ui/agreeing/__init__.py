"""What parties look at before they agree: everything that a concept shows differently."""
