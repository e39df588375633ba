"""Open data: what a public edition shows, as files for programs, and a catalogue of them."""
