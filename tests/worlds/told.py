"""What a page tells, piece by piece, and what is wrong with a piece: read from its HTML, not from what made it.

A piece is a tile, the sentence above a page, a remark in a list, the caption of a table with its cells, or the
title of a drawing. `faults` says what a reader would miss in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

from sdw.dissemination.figures.sentences import wording
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import NATION
from sdw.reference.areas import regions
from sdw.reference.documents import covenant, targets
from sdw.text.dutch import number
from tests.worlds.reading import tables

NUMBER = re.compile(r"\d+(?:\.\d{3})*(?:,\d+)?")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
#: Numbers that name a period, a text, a level of certainty or an interval, and no figure.
_NAMES = re.compile(
    r"(?:19|20)\d\d(?:-(?:19|20)?\d\d)?|\d+e (?:halfjaar|kwartaal)|95%.interval(?: [\d,]+ – [\d,]+)?|per 1\.000|"
    r"(?:\d+ )?van de \d+ regio's|35 × 100|\b35 regio's|15 tot en met 64 jaar|16-25 jaar|Covid-19|\b\d{5}NED"
)
#: What a number may count.
_UNITS = (
    *("traject", "mens", "regio", "procent", "inwoner", "uitkering", "aantal", "maand", "uur", "dag", "keer"),
    *("%", "per duizend", "per jaar"),
)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class World:
    """What a reader may expect of the edition: invented figures, and nations that are not whole."""

    invented: bool
    incomplete: bool
    numbers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that a page tells."""

    kind: str
    page: str
    text: str
    name: str = ""


def world(edition: Edition) -> World:
    """What is known of an edition: every number that its figures show, and whether its nations are whole."""
    shown = [
        one for indicator in catalogue.ALL if indicator.on_map for one in figures.select(edition, indicator.id)
    ]
    numbers = {
        found
        for one in shown
        for text in (wording.shown(one), wording.coverage(one), wording.bounds(one), wording.interval(one))
        for found in NUMBER.findall(text)
    }
    numbers |= set(_toward(shown))
    national = [one.delivered for one in shown if one.region == NATION and one.value is not None]
    incomplete = any(covered is not None and covered[0] < covered[1] for covered in national)
    return World(edition.has_examples, incomplete, frozenset(numbers | _constants()))


def _toward(shown: Iterable[Figure]) -> Iterator[str]:
    """How many percent of a target each national count is at least, and how many are left then."""
    for aim in targets.ALL:
        for one in shown:
            if one.indicator == aim.indicator and one.region == NATION and one.value is not None:
                least = max(one.value, one.bound_low or 0)
                yield from (str(int(100 * least // aim.national)), number(max(aim.national - least, 0)))


def _constants() -> set[str]:
    """Numbers of the targets, of the covenant and of the 35 regions."""
    texts = [f"{one.name} {one.national:,} {one.per_region}".replace(",", ".") for one in targets.ALL]
    return {*NUMBER.findall(" ".join([*texts, covenant.CURRENT.version])), *map(str, range(len(regions.ALL) + 1))}


def pieces(page: str, markup: str) -> Iterator[Piece]:
    """Everything on a page that is generated from figures."""
    for tile in re.findall(r'<section class="sdw-tile[^>]*>(.*?)</section>', markup):
        label = _plain(re.findall(r"<h[23]>(.*?)</h[23]>", tile)[0])
        yield Piece("tile", page, _plain(tile), label)
    for lead in re.findall(r'<p class="?sdw-lead"?>(.*?)</p>', markup):
        yield Piece("sentence", page, _plain(lead))
    for listed in re.findall(r'<ul class="?sdw-list"?>(.*?)</ul>', markup, re.DOTALL):
        for item in listed.split("<li>")[1:]:
            yield Piece("item", page, _plain(item))
    for title in re.findall(
        r'<h3>([^<]*)</h3><p class=sdw-quiet>[^<]*</p><table class="sdw-table sdw-bullets', markup
    ):
        yield Piece("title", page, _plain(title))
    for table in tables(markup):
        cells = " ".join(" ".join(row[1:]) for row in table.rows[1:])
        if table.caption and NUMBER.search(cells):
            head = " ".join(" ".join(row) for row in table.rows[:1])
            yield Piece("caption", page, _plain(f"{table.caption} {head}"), table.caption)


def _plain(markup: str) -> str:
    return re.sub(r"\s+", " ", unescape(_TAG.sub(" ", markup)).replace("\xad", "")).strip()


#: Pages whose figures are those of regions: there every rule holds.
REGIONAL = ("overzicht", "regiokaart", "doelen", "regio")


def faults(piece: Piece, of: World) -> list[str]:
    """What a reader misses: `counts` what, over which `period`, over how much (`coverage`), `example`, `number`."""
    if piece.page not in REGIONAL:
        return _faults_elsewhere(piece)
    bare = _NAMES.sub(" ", piece.text.replace("per 1.000", "per duizend"))
    if piece.kind != "title" and not NUMBER.search(bare):
        return []
    found = []
    if piece.kind in ("tile", "sentence") and not _counted(piece, bare):
        found.append("counts")
    if piece.kind in ("tile", "sentence", "caption") and not _dated(piece):
        found.append("period")
    if (
        of.incomplete
        and _is_national(piece)
        and "Bron: " not in piece.text
        and not re.search(r"van (?:de )?35 regio", piece.text)
    ):
        found.append("coverage")
    if of.invented and not re.search("oorbeeld|‡|echte? cijfer", piece.text):
        found.append("example")
    if piece.kind in ("tile", "sentence") and set(NUMBER.findall(bare)) - of.numbers:
        found.append("number")
    return found


def _faults_elsewhere(piece: Piece) -> list[str]:
    """Research and CBS: a sentence says over when, and never after no months at all."""
    if "na 0 maanden" in piece.text:
        return ["period"]
    dated = re.search(r"(?:19|20)\d\d|maanden|per jaar|jaar eerder", piece.text)
    return [] if piece.kind not in ("sentence", "tile") or dated or not NUMBER.search(piece.text) else ["period"]


def _counted(piece: Piece, bare: str) -> bool:
    """Each number of a sentence has a unit behind it; a tile says in its label or unit what it counts."""
    if piece.kind == "tile":
        labels = [one.label for one in catalogue.ALL] + [one.short for one in catalogue.ALL] + ["Hoe volledig"]
        return any(label.casefold() in piece.name.casefold() for label in labels)
    return all(_has_unit(after) for after in NUMBER.split(bare)[1:])


def _has_unit(after: str) -> bool:
    """The words behind a number, up to the next one: a range ('ligt tussen 3 en 5 trajecten') shares its unit."""
    return any(unit in after for unit in _UNITS) or after.strip().startswith(("en", "tot", "van de"))


def _dated(piece: Piece) -> bool:
    return bool(_YEAR.search(piece.text)) or "Hoe volledig" in piece.text or "Status" in piece.text


def _is_national(piece: Piece) -> bool:
    if piece.kind == "tile":
        return piece.page in ("overzicht", "doelen")
    return piece.kind == "sentence" and (piece.page == "overzicht" or "landelijk" in piece.text)


def wrong(page: str, markup: str, of: World) -> list[tuple[str, str, str]]:
    """Page, fault and text of each piece with a fault."""
    return [(page, fault, piece.text) for piece in pieces(page, markup) for fault in faults(piece, of)]


def kinds(found: Iterable[tuple[str, str, str]]) -> set[str]:
    """The faults that were found."""
    return {fault for _, fault, _ in found}
