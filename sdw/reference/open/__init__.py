"""Open data: who publishes them, and under which licence."""
