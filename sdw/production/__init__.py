"""The private wing: from delivered file to edition."""
