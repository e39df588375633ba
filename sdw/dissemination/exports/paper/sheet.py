"""A document: its title, its chapters, and what stands on each of its pages whatever is in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sdw.dissemination.blocks.model import Parts
from sdw.dissemination.charts.core import palette
from sdw.dissemination.exports.paper import press, writer
from sdw.dissemination.exports.paper.code import Code, call, stack, value, words
from sdw.dissemination.exports.paper.pen import Pen
from sdw.edition import paths
from sdw.edition.editions import Edition
from sdw.text.dutch import day, say

_LOOK = Path(__file__).with_name("look.typ")
_INKS = ("text", "quiet", "primary", "accent", "card", "line", "dots_ground")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a document says of itself on every page.

    `kind` is what sort of document it is, `about` one line under the title ('' for none). `sources`, `licences` and
    `code` are of the figures in it. `example`: what is said where figures are invented ('' where none is). `mark`:
    that of a concept.
    """

    edition: Edition
    title: str
    kind: str
    sources: str
    licences: str
    code: str
    about: str = ""
    example: str = ""
    mark: str = ""
    is_fixed: bool = False  #: one page with a layout of its own


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a document that begins on a page of its own; `title` is '' where the document has but one."""

    title: str
    parts: Parts


def pdf(sheet: Sheet, chapters: Sequence[Chapter]) -> bytes:
    """The document as PDF/UA-1."""
    return press.pdf(document(sheet, chapters), sheet.edition.published_at)


def document(sheet: Sheet, chapters: Sequence[Chapter]) -> str:
    """The document as typst."""
    return "\n".join(
        [_look(), f"#show: {_frame(sheet)}", "#" + _opening(sheet, chapters), "#" + _body(sheet, chapters)]
    )


def _body(sheet: Sheet, chapters: Sequence[Chapter]) -> Code:
    site = paths.url()
    if len(chapters) == 1:
        return writer.parts(chapters[0].parts, Pen(1, site, small=sheet.is_fixed))
    return stack(
        stack([call("pagebreak", weak=value(True)), _chapter(one.title), writer.parts(one.parts, Pen(2, site))])
        for one in chapters
    )


def _chapter(title: str) -> Code:
    return call("heading", words(title), level=value(2))


def _opening(sheet: Sheet, chapters: Sequence[Chapter]) -> Code:
    return call(
        "sdw-opening",
        *(words(one) for one in (sheet.kind, sheet.title, sheet.about, sheet.mark, sheet.example)),
        words(say("paper.contents") if len(chapters) > 1 else ""),
    )


def _frame(sheet: Sheet) -> Code:
    edition = sheet.edition
    state = say("paper.concept") if edition.is_concept else say("paper.public")
    date = day(edition.published_at.date())
    product = say("frame.product")
    code = [say("paper.code", code=sheet.code)] if sheet.code else []
    foot = (
        ". ".join([say("paper.foot", product=product, label=edition.label, state=state, date=date), *code]),
        sheet.sources,
        sheet.licences,
    )
    page = say("paper.page", page="{}", of="{}").split("{}")
    return call(
        "sdw-frame.with",
        title=words(f"{sheet.title} · {product}"),
        head=words(f"{product} · {sheet.kind}" + (f" · {sheet.example}" if sheet.example else "")),
        foot=Code("(" + ", ".join(map(words, foot)) + ")"),
        page_words=Code("(" + ", ".join(map(words, page)) + ")"),
        mark=words(sheet.mark),
        dense=value(sheet.is_fixed),
    )


@cache
def _look() -> str:
    inks = "\n".join(f'#let {name.replace("_", "-")} = rgb("{palette.colour(name, "light")}")' for name in _INKS)
    renamed = inks.replace("#let text =", "#let text-ink =").replace("#let line =", "#let rule-ink =")
    return f"{renamed}\n{_LOOK.read_text(encoding='utf-8')}"
