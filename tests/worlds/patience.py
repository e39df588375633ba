"""How long a test waits for something that must come: so long that only a fault makes it run out."""

from __future__ import annotations

#: In seconds: far beyond what anything takes on a machine that is busy with other work.
LONG = 600.0
#: The same for a browser, which counts in milliseconds.
LONG_MS = LONG * 1000
