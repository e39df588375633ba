"""A deck of slides as one file that needs nothing else: for the dashboard, and for a hall without network."""
