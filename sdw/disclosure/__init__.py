"""Statistical disclosure control as mathematics: which cells to hide or round, and what an intruder can work out."""
