"""What the data steward does: import, publish, undo, back up, verify."""
