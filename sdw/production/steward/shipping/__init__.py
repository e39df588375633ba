"""What ships with the monitor, and how a store of an older version gets it."""
