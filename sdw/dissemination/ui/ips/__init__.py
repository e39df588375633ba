"""The page on IPS."""
