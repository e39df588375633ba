"""Approval: the states of an edition beside it, who may see a concept, and when it is public."""
