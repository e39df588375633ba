"""CBS tables as a person downloads them from StatLine."""
