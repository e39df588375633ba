"""What a writer on paper remembers from block to block."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sdw.dissemination.exports.paper import pictures
from sdw.dissemination.exports.paper.code import Code, call, value, words


class Pen:
    """What a writer remembers: under which level of heading it writes, so that no level is ever left out, where
    visitors open the monitor ('' where that is not known), and how much room there is.

    small: a fixed layout of one page, with columns side by side and tables in small print.
    """

    def __init__(self, above: int, site: str = "", *, small: bool = False) -> None:
        self._above = self._last = above
        self.site = site
        self.small = small
        self.width = pictures.WIDTH

    @contextmanager
    def within(self, width: float) -> Iterator[None]:
        """Inside, there is room for this many points."""
        before, self.width = self.width, width
        try:
            yield
        finally:
            self.width = before

    def heading(self, text: str, level: int) -> Code:
        """A heading; `level` is that of the block, 2 for a part of a page."""
        self._last = min(max(level - 1, 1) + self._above, self._last + 1)
        return call("heading", words(text), level=value(self._last))
