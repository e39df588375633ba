"""How well the monitor did: forecasts, deliveries, corrections and first figures, from published editions alone."""
