"""What a page says, as data: made once from an edition, written many times (screen, plain text)."""
