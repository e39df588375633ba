"""The file between the wings: one immutable edition, written once and read by everything that is public."""
