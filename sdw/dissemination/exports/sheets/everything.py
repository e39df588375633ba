"""All tables of an edition in one workbook: a cover, the contents, the notes, then a table on every sheet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import quote

from sdw.dissemination.exports import explanation, names
from sdw.dissemination.exports.explanation import Line
from sdw.dissemination.exports.sheets import book as books
from sdw.dissemination.exports.sheets import cover, figure_grid, grid, signs, words
from sdw.dissemination.exports.sheets.book import Book
from sdw.dissemination.exports.sheets.cover import Cover
from sdw.dissemination.exports.sheets.grid import Grid
from sdw.dissemination.exports.standing import files as standing
from sdw.dissemination.figures.standing import published
from sdw.edition import editions, figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.reference.datasets import states
from sdw.text.dutch import day, listing, number, say

#: Before the name of a table for programs: an indicator could be called as a cell is, and lists share no names.
_FIGURES, _STATES = "cijfers_", "standen_"


@lru_cache(maxsize=2)
def of(edition: Edition, mark: str = "") -> bytes:
    """The workbook as bytes; the same edition, the same bytes. mark: what every row and sheet of a concept say."""
    shown = _shown(edition)
    told = tuple(figure for table in shown.values() for figure in table)
    grids = [*_of_figures(shown, mark), *_of_states(edition, mark)]
    found = {one.id: published.of(edition, one.id) for one in states.ALL}
    stated = standing.notes_of([name for name, every in found.items() if every])
    notes = (*explanation.of(edition, told, mark), *signs.explained(in_cells=True), *stated)
    title = say("sheets.everything", edition=edition.label)
    what = say("sheets.what_all", count=number(len(grids)), contents=say("sheets.contents"))
    place = f"gegevens?uitgave={quote(edition.label)}"
    beside = tuple(state for every in found.values() for state in every)
    whole = _whole(edition, len(told), len(beside))
    first = cover.of_figures(edition, told, title, what, place, mark, of_all=whole, beside=beside)

    def fill(book: Book) -> None:
        _fill(book, edition, first, grids, notes)

    return books.made(edition, say("export.workbook_title", edition=edition.label), mark, fill)


def _whole(edition: Edition, figures_in: int, states_in: int) -> str:
    """How much is in it, and what is not."""
    parts = [say("sheets.whole", figures=number(figures_in))]
    parts += [say("sheets.whole_states", states=number(states_in))] if states_in else []
    if left_out := _left_out(edition):
        parts.append(say("sheets.whole_without", what=listing(left_out)))
        parts += [] if edition.is_concept else [say("sheets.whole_elsewhere")]
    return " ".join(parts)


def _left_out(edition: Edition) -> list[str]:
    """What else the edition holds."""
    there = {
        say("sheets.without_municipality_figure"): edition.holds("municipality_figure"),
        say("sheets.without_fact"): edition.holds("fact"),
        say("sheets.without_remarks"): bool(editions.query(edition, "edition_remarks")),
        say("sheets.without_revisions"): bool(editions.query(edition, "edition_revisions")),
    }
    return [name for name, is_there in there.items() if is_there]


def file_name(edition: Edition) -> str:
    """'sdw-2026-najaar-alles-voorbeeld.xlsx': marked as the edition itself is."""
    return names.of_everything(
        edition.label, ".xlsx", is_concept=edition.is_concept, has_examples=edition.has_examples
    )


def _shown(edition: Edition) -> dict[str, Sequence[Figure]]:
    """The figures of each published indicator, in the order of the catalogue."""
    there = set(figures.published(edition))
    return {one.id: figures.select(edition, one.id) for one in catalogue.ALL if one.id in there}


def _of_figures(shown: dict[str, Sequence[Figure]], mark: str) -> list[Grid]:
    return [
        figure_grid.of(
            found,
            mark,
            sheet=grid.sheet_name(name),
            name=_FIGURES + name,
            title=catalogue.by_id(name).label,
            in_cells=True,
        )
        for name, found in shown.items()
    ]


def _of_states(edition: Edition, mark: str) -> list[Grid]:
    """Every dataset of states that the edition holds, states of older days too."""
    return [
        standing.grid_of(
            edition,
            found,
            mark,
            sheet=grid.sheet_name(_STATES + dataset.id),
            name=_STATES + dataset.id,
            title=say("sheets.list_of", dataset=dataset.label),
            in_cells=True,
        )
        for dataset in states.ALL
        if (found := published.of(edition, dataset.id))
    ]


def _fill(book: Book, edition: Edition, first: Cover, grids: Sequence[Grid], notes: Sequence[Line]) -> None:
    contents = say("sheets.contents")
    words.write_cover(book, book.sheet(say("sheets.cover")), first)
    words.write_contents(book, book.sheet(contents), grids)
    words.write_notes(book, book.sheet(say("export.sheet.explanation")), notes)
    back = words.place_of(contents)
    for one in grids:
        about = " ".join(filter(None, (_about(edition), first.mark, one.invented)))
        to_notes = words.place_of(say("export.sheet.explanation"), words.row_of(notes, one.notes))
        grid.titled(book, book.sheet(one.sheet, wide=True), one, about, to_notes, back)


def _about(edition: Edition) -> str:
    state = say("paper.concept") if edition.is_concept else say("paper.public")
    return say("sheets.above", label=edition.label, state=state, date=day(edition.published_at.date()))
