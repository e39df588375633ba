"""CBS tables as OData dumps."""
