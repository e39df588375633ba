"""What a presenter can show: slides and the sets of them."""
