"""Files from outside are read in a process apart: whatever a file does, the caller lives and gets a sentence.

`pool` is the caller's side, `worker` and `job` are the other side; `wire` is what goes between, `result` what
comes back.
"""
