"""Pure functions: figures in, drawing out."""
