"""What has a state and no count: read from an edition, held against the edition before it, and laid out."""
