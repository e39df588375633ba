"""Intervals, funnels, pace and meta-analysis: thin over statsmodels and scipy."""
