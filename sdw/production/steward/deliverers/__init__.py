"""What is done for who delivers: a letter after each edition, and taking a delivery away for good."""
