"""What anybody can set up from published figures alone."""
