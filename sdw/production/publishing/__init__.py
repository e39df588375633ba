"""One road from stored observations to an edition: totals, prior editions, suppression or rounding, rates, rows."""
