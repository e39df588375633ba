"""The private store and the editions: DuckDB files, their schema and their queries."""
