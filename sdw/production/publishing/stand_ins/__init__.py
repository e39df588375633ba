"""What stands in, in memory, for counts that were erased: a new edition is still protected beside the old ones."""
