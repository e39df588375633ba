"""What a presenter shows, as blocks: slides with one message and one drawing each."""
