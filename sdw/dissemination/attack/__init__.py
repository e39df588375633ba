"""The burglar: what somebody can work out with everything that is public."""
