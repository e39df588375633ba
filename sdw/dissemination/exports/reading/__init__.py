"""Downloads read back: what somebody who has only the files can learn from them."""
