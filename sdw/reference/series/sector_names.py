"""A sector or company size as people write it: CBS's code, the letter or number of the SBI, or a name."""

from __future__ import annotations

from difflib import get_close_matches

from sdw.reference.series import sectors
from sdw.reference.series.sectors import TOTAL, Sector
from sdw.text.dutch import listing
from sdw.text.errors import UserError

__all__ = ["TOTAL", "Sector", "resolve"]


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())


def _names() -> dict[str, Sector]:
    names: dict[str, Sector] = {}
    for sector in sectors.ALL:
        known = [sector.code, sector.label, sector.title]
        if not sector.code.startswith("WP"):
            sbi, _, rest = sector.title.partition(" ")
            known += [sbi, rest]
        for name in known:
            names.setdefault(_plain(name), sector)
    names |= {word: sectors.by_code(TOTAL) for word in ("totaal", "alle", "nederland")}
    return names


_NAMES = _names()


def resolve(text: str) -> Sector:
    """'422400', 'q', 'Zorg en welzijn' → the sector.

    Raises:
        UserError: nothing is called so; names the nearest three.
    """
    wanted = _plain(text)
    if wanted in _NAMES:
        return _NAMES[wanted]
    near = get_close_matches(wanted, _NAMES, n=6, cutoff=0) or list(_NAMES)
    labels = list(dict.fromkeys(_NAMES[name].label for name in near))[:3]
    raise UserError("verzuim.no_such_sector", near=listing(labels))
