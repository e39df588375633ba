"""The private store: everything imported, small counts included."""
