"""Writes a page as plain text: for tests, and for who reads without a screen."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch

from sdw.dissemination.blocks import drawings, figures, layers, model
from sdw.dissemination.blocks.points import Points, Signpost
from sdw.dissemination.blocks.table import Table, Take


def page(content: model.Page) -> str:
    """The whole page, one line per sentence, row and heading; parts apart by an empty line."""
    return "\n\n".join([content.title, *("\n".join(_all(part)) for part in content.parts if part)]) + "\n"


def _all(blocks: Iterable[model.Block | None]) -> list[str]:
    return [line for block in blocks if block is not None for line in lines(block)]


@singledispatch
def lines(block: object) -> list[str]:
    """A block as lines of text. A block that this writer does not know is our bug: TypeError."""
    raise TypeError(f"no text for {type(block).__name__}")


@lines.register
def _(block: model.Heading) -> list[str]:
    return [f"{'#' * block.level} {block.words}"]


@lines.register
def _(block: model.Note) -> list[str]:
    return [f"! {f'{block.word} {block.words}'.strip()}"]


@lines.register
def _(block: model.Items) -> list[str]:
    return [f"- {line}" for line in block.words]


@lines.register
def _(block: model.Facts | Take) -> list[str]:
    pairs = block.pairs if isinstance(block, model.Facts) else block.links
    return [f"{name}: {text}" for name, text in pairs]


@lines.register
def _(block: model.Quote) -> list[str]:
    return [f"> {block.words} ({block.source})"]


@lines.register
def _(block: model.Finding) -> list[str]:
    source = f"{block.source} ({block.address})".removesuffix(" ()") + f". {block.certainty}".rstrip()
    return [": ".join(filter(None, (block.figure, block.statement))), f"  {source}"]


@lines.register
def _(block: model.Source) -> list[str]:
    return [f"{block.title} ({block.address})".removesuffix(" ()"), f"  {block.terms}"]


@lines.register
def _(block: Table) -> list[str]:
    rows = [[cell if isinstance(cell, str) else cell.text for cell in row] for row in block.rows]
    return [block.caption, *(" | ".join(row) for row in [list(block.head), *rows]), *_all((block.take,))]


@lines.register
def _(block: model.Folded) -> list[str]:
    return [f"+ {block.title}", *(f"  {line}" for line in _all(block.blocks))]


@lines.register
def _(
    block: model.Beside | model.Entries | model.Findings | model.Part | model.Tables | model.Columns,
) -> list[str]:
    return _all(model.within(block))


@lines.register
def _(block: model.Explained) -> list[str]:
    return [*block.lines, *block.always]


@lines.register
def _(block: model.Paragraph | model.OtherEditions | figures.Sentence | figures.Sources) -> list[str]:
    return [" ".join((block.words, ", ".join(getattr(block, "labels", ())))).rstrip()]


@lines.register
def _(block: figures.Tiles) -> list[str]:
    told = (
        (
            f"{one.label}: {one.figure} {one.unit}".rstrip(),
            *(one.against, one.coverage, one.detail),
            " ".join(lines(one.years)) if one.years else "",
        )
        for one in block.tiles
    )
    return [". ".join(filter(None, one)) for one in told]


@lines.register
def _(block: figures.Ledger) -> list[str]:
    return [*(f"{label}: {value}" for label, value in block.parts), *filter(None, [block.gap])]


@lines.register
def _(block: drawings.Chart) -> list[str]:
    title = _titled(block.level, block.scene.title, block.scene.subtitle)
    told = f"[{'' if title else f'{block.scene.title}. '}{block.scene.description}]"
    return [*title, told, *_all((block.twin, block.take))]


@lines.register
def _(block: drawings.BulletChart) -> list[str]:
    title = _titled(block.level, block.rows.title, block.rows.subtitle)
    return [*title, f"[{block.words}]", *lines(block.twin)[1:], *_all((block.take,))]


@lines.register
def _(block: drawings.DotChart) -> list[str]:
    title = _titled(block.level, block.title, block.what)
    around = filter(None, [f"[{block.words}]", block.rows.line[1], block.rows.name])
    rows = ([row.name, row.figure, row.shown, row.spoken] for row in block.rows.rows)
    return [*title, *around, *(" | ".join(dict.fromkeys(filter(None, row))) for row in rows), *_all((block.take,))]


@lines.register
def _(block: layers.LayerHead | layers.LayerCards) -> list[str]:
    if isinstance(block, layers.LayerHead):
        return _titled(2, f"{block.title} ({block.label})", block.about)
    return [f"{card.label}: {card.figure} {card.about}" for card in block.cards]


@lines.register
def _(block: Points) -> list[str]:
    numbered = enumerate(block.points, start=1)
    return [f"{number}. {one.title}: {one.words} {one.owner}. {one.link}" for number, one in numbered]


@lines.register
def _(block: Signpost) -> list[str]:
    return [f"{one.question}: {one.words} {one.link}" for one in block.questions]


@lines.register
def _(block: drawings.Map) -> list[str]:
    return [block.title, f"[{block.words}]", *_all((block.twin,))]


@lines.register
def _(block: drawings.Choice) -> list[str]:
    answers = (f"({words})" if code == block.chosen else words for code, words in block.answers)
    return [f"{block.question}: {', '.join(answers)}"]


def _titled(level: int, title: str, what: str) -> list[str]:
    return [f"{'#' * level} {title}", what] if level else []
