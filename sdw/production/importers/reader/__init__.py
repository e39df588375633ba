"""Files from outside are read in a process apart: whatever a file does, the caller lives and gets a sentence."""
