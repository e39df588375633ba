"""The drawings of the page on absence."""
