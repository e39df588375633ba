"""Statistical disclosure control as mathematics: which cells to hide or round, what an intruder can tell."""
