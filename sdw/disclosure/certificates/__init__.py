"""Other explanations of what is published: proofs that a cell stays open, for the public and for each deliverer."""
