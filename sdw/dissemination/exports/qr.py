"""A QR code to the page that says whether figures still hold (ISO/IEC 18004), where there is an address to lead to.

Only where SDW_URL is set: without it a code would lead nowhere. Level M: a seventh of it may be lost on paper.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import segno
from markupsafe import Markup

from sdw.dissemination.charts.core.layout import Corner
from sdw.dissemination.charts.core.scene import Group, Path, Rect
from sdw.dissemination.figures.record import validity
from sdw.edition import paths
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.text.dutch import say

#: Light modules around it, without which a phone does not find it.
QUIET = 4
#: Pixels of a module in a picture: sharp in print at the size that it is shown.
_PIXELS = 8
#: Two centimetres in units of a scene or in pixels, of which 96 are an inch; a sheet that is fitted to the paper
#: becomes a third smaller.
_LEAST = 2 / 2.54 * 96
_SHOWN = 1.7 * _LEAST


@dataclass(frozen=True, slots=True)
class Code:
    """Where it leads, and its modules: rows of True for a dark one, without the quiet zone."""

    address: str
    modules: tuple[tuple[bool, ...], ...]

    @property
    def side(self) -> int:
        """Modules along a side with the quiet zone."""
        return len(self.modules) + 2 * QUIET

    @property
    def words(self) -> str:
        """The same for who cannot see or scan it."""
        return say("light.share.qr", address=self.address)

    @property
    def data(self) -> str:
        """The dark modules as data of an SVG path, in units of a module, from the corner of the quiet zone."""
        return "".join(f"M{x} {y}h{length}v1h-{length}z" for x, y, length in self._runs())

    def _runs(self) -> Iterator[tuple[int, int, int]]:
        """Dark modules beside one another: where the first is, and how many."""
        for row, line in enumerate(self.modules):
            start = 0
            for column, dark in enumerate((*line, False)):
                if not dark:
                    if column > start:
                        yield start + QUIET, row + QUIET, column - start
                    start = column + 1

    def svg(self, told: str) -> Markup:
        """The code in a page, as large as its style says; `told` says what it leads to, for who cannot see it."""
        form = Markup(
            '<svg viewBox="0 0 {0} {0}" role="img" aria-label="{1}"><path fill="#fff" d="M0 0h{0}v{0}H0z"/>'
            '<path fill="#000" shape-rendering="crispEdges" d="{2}"/></svg>'
        )
        return form.format(self.side, told, self.data)

    def mark(self, x: float, y: float, side: float) -> Group:
        """The code as part of a drawing, its upper left corner at a place, so wide in units of the scene."""
        ground = Rect(0, 0, self.side, self.side, ink="ground", tip=self.words)
        return Group((ground, Path(self.data, ink="text")), x=x, y=y, scale=side / self.side)

    @property
    def corner(self) -> Corner:
        """The code in the corner of a picture: on A4, where 17 cm are printed, at least 2 cm without quiet zone."""
        grown = self.side / len(self.modules)
        return Corner(self.mark, say("validity.code"), self.words, grown * _LEAST, grown * 2 / 17)

    @property
    def png(self) -> bytes:
        """The code as a picture with its quiet zone; the same code is the same bytes."""
        target = io.BytesIO()
        _made(self.address).save(target, kind="png", scale=_PIXELS, border=QUIET)
        return target.getvalue()

    @property
    def scale(self) -> float:
        """How much smaller than in pixels that picture is shown: the dark part is somewhat over 2 cm then."""
        return _SHOWN / (len(self.modules) * _PIXELS)


@lru_cache(maxsize=256)
def of(address: str) -> Code:
    """The code of an address."""
    return Code(address, tuple(tuple(bool(one) for one in row) for row in _made(address).matrix))


def _made(address: str) -> segno.QRCode:
    return segno.make(address, error="m", micro=False, boost_error=False)


def of_figures(edition: Edition, shown: Iterable[Figure]) -> Code | None:
    """The code of the page that says whether these figures still hold.

    None without figures, without SDW_URL, and for a concept, of which nobody may be told.
    """
    url, found = paths.url(), list(shown)
    if not url or not found or edition.is_concept:
        return None
    return of(say("validity.code_address", url=url, code=validity.code(edition, found)))
