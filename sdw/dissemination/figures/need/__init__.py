"""Real need beside what was started: reach, a yardstick by people with a benefit, the gemeenten of a region."""
