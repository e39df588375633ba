"""What may be claimed of an edition: a part that a page can include."""
