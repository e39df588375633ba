"""Everything that a concept shows differently from the last public edition: each drawing, each sentence and row."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from sdw.dissemination.blocks import plain
from sdw.dissemination.blocks.model import Page
from sdw.dissemination.charts.core.scene import Scene
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.agreeing import whole
from sdw.dissemination.ui.agreeing.whole import Known
from sdw.dissemination.ui.elements import picture
from sdw.edition import editions
from sdw.edition.approval import compared
from sdw.edition.approval.compared import Difference
from sdw.edition.editions import Edition
from sdw.text.dutch import day

#: Between the cells of a row, as `plain` writes it.
_CELL = " | "


def of(edition: Edition, today: dt.date) -> tuple[Difference, ...]:
    """What this edition shows differently from the one before it, in the order of the menu, drawings first; nothing
    where there is none before it."""
    editions.refuse_unread(edition)
    older = compared.before(edition)
    if older is None:
        return ()
    known = [one for one in editions.every() if not one.is_concept and one.order < edition.order]
    return _between(older, tuple(known), edition, (edition, *known), today)


def _between(
    older: Edition, known: Known, newer: Edition, all_known: Known, today: dt.date
) -> tuple[Difference, ...]:
    found = [*_drawings(older, newer), *_texts(older, known, newer, all_known, today)]
    order = [page.name for page in menu.ALL]
    found.sort(key=lambda one: (order.index(one.page), one.region, one.kind))
    return tuple(replace(one, number=number) for number, one in enumerate(found, start=1))


def _drawings(older: Edition, newer: Edition) -> Iterator[Difference]:
    """Drawings that go, come or change; the same change in more drawings is told once."""
    was = {(name, region): (view, scene) for name, region, view, scene in whole.drawings(older)}
    now = {(name, region): (view, scene) for name, region, view, scene in whole.drawings(newer)}
    found: dict[tuple[str, str], Difference] = {}
    for at in dict.fromkeys([*was, *now]):
        name, region = at
        (old_view, old), (new_view, new) = was.get(at, (None, None)), now.get(at, (None, None))
        key = _drawn(old, older), _drawn(new, newer)
        shown = new or old
        if key[0] == key[1] or shown is None:
            continue
        if key in found:
            found[key] = replace(found[key], also=found[key].also + 1)
            continue
        was_at, is_at = (registry.address(name, view) if view else "" for view in (old_view, new_view))
        page = registry.ALL[name].page
        found[key] = Difference(0, _id(*key), "drawing", page, region, shown.title, was_at, is_at)
    yield from found.values()


def _drawn(scene: Scene | None, edition: Edition) -> str:
    return "" if scene is None else _nameless(picture.file(scene) + scene.title + scene.subtitle, edition)


def _texts(older: Edition, known: Known, newer: Edition, all_known: Known, today: dt.date) -> Iterator[Difference]:
    """Lines that go, come or change; the same change on more pages is told once."""
    was = {(name, region): _lines(page) for name, region, page in whole.pages(older, known, today)}
    found: dict[tuple[str, str], Difference] = {}
    for name, region, page in whole.pages(newer, all_known, today):
        for old, new in _changed(was.get((name, region), []), _lines(page), older, newer):
            key = _key(_nameless(old, older), _nameless(new, newer))
            if key in found:
                found[key] = replace(found[key], also=found[key].also + 1)
            else:
                found[key] = Difference(0, _id(*key), "text", name, region, "", old, new)
    yield from found.values()


def _lines(page: Page) -> list[str]:
    """The lines of a page, without what is said of its drawings: these are told of as drawings."""
    return [line for line in plain.page(page).splitlines() if line.strip() and not line.startswith("[")]


def _key(old: str, new: str) -> tuple[str, str]:
    """What changes: of a row of a table its name and the cells that differ, so that of rows with the nation beside
    each region the nation is told once."""
    was, now = old.split(_CELL), new.split(_CELL)
    if "\n" in old + new or len(was) != len(now) or was[0] != now[0]:
        return old, new
    apart = [place for place in range(len(was)) if was[place] != now[place]]
    return _CELL.join([was[0], *(was[i] for i in apart)]), _CELL.join([now[0], *(now[i] for i in apart)])


def _changed(was: list[str], now: list[str], older: Edition, newer: Edition) -> Iterator[tuple[str, str]]:
    same = SequenceMatcher(
        None, [_nameless(one, older) for one in was], [_nameless(one, newer) for one in now], autojunk=False
    )
    for what, i, j, k, m in same.get_opcodes():
        if what == "equal":
            continue
        if j - i == m - k:  # line by line
            yield from zip(was[i:j], now[k:m], strict=True)
        else:
            yield "\n".join(was[i:j]), "\n".join(now[k:m])


def _nameless(text: str, edition: Edition) -> str:
    """Without the name and the date of the edition: that these differ says nothing."""
    return text.replace(edition.label, "…").replace(day(edition.published_at.date()), "…")


def _id(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:8]
