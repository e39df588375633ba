"""Comparing names as people type them, without ever guessing.

Two texts are the same name when only case, diacritics, spaces, hyphens, slashes, dots, commas,
brackets or the choice between '&' and 'en' differ. Everything else is a different name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from typing import Literal

#: How a text was recognised: by code, by official name, or by another or older name.
Via = Literal["code", "name", "alias"]

_SEPARATORS = re.compile(r"[\s_\-\u2010-\u2015\u2212/.,()'\u2018\u2019]+")


def fold(text: str) -> str:
    """The form in which names are compared: 'Gooi- & Vechtstreek' → 'gooivechtstreek'.

    An 'en' between words is dropped: people write 'Zaanstreek/Waterland' and 'Zaanstreek en Waterland'.
    """
    plain = "".join(
        letter for letter in unicodedata.normalize("NFKD", text) if unicodedata.category(letter) not in ("Mn", "Cf")
    ).casefold()
    words = [word for word in _SEPARATORS.split(plain.replace("&", " en ")) if word]
    inner = [word for word in words[1:-1] if word != "en"]
    return "".join([*words[:1], *inner, *words[1:][-1:]])


def index(names: Iterable[tuple[str, str, Via]]) -> dict[str, tuple[str, Via]]:
    """(name, code, via) → a table from folded name to (code, via).

    The first mention wins when a code is mentioned twice; one name for two codes is our bug: ValueError.
    """
    table: dict[str, tuple[str, Via]] = {}
    for name, code, via in names:
        key = fold(name)
        if table.setdefault(key, (code, via))[0] != code:
            raise ValueError(f"{name!r} stands for both {table[key][0]} and {code}")
    return table


def nearest(text: str, table: Mapping[str, tuple[str, Via]], count: int = 3) -> list[str]:
    """The `count` codes whose names look most like `text`, best first; ties in order of code."""
    wanted = fold(text)
    best: dict[str, float] = {}
    for name, (code, _) in table.items():
        likeness = SequenceMatcher(None, wanted, name).ratio()
        best[code] = max(best.get(code, 0.0), likeness)
    return sorted(best, key=lambda code: (-best[code], code))[:count]
