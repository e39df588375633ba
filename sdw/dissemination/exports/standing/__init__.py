"""Files of what has a state and no count: the sheet to fill in, and what an edition says."""
