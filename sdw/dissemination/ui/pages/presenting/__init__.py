"""Presenteren: slides to choose, to open on a big screen, and to take to a hall without network."""
