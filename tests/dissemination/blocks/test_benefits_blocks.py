"""The part about benefits: its table is the published months, and it says that these are no persons."""

from __future__ import annotations

from sdw.dissemination.blocks import benefits, plain
from sdw.dissemination.blocks.model import Items, Page, walk
from sdw.dissemination.figures.view import View
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.text.dutch import number
from tests.worlds.shared import Shared

KINDS = ("uitkeringen_wia", "uitkeringen_wga", "uitkeringen_ww", "uitkeringen_bijstand")


def of(edition: Edition, kind: str, period: str) -> str:
    found = figures.select(edition, kind, period=period)
    if not found or found[0].value is None:
        return "–"
    return number(found[0].value) + ("*" if found[0].status == "voorlopig" else "")


def test_the_table_holds_every_december_and_the_newest_month_as_published(shared: Shared) -> None:
    edition = shared.edition("shipped")
    table = benefits.table(edition)
    assert len(table.rows) == 29
    assert table.rows[0][0] == "april 2026"
    assert [cell.text for cell in table.rows[0][1:]] == ["495.000*", "303.700*", "203.100*", "348.000*"]  # type: ignore[union-attr]
    for place, row in enumerate(table.rows[1:]):
        year = 2025 - place
        assert row[0] == f"december {year}"
        assert [cell.text for cell in row[1:]] == [of(edition, kind, f"{year}-M12") for kind in KINDS]  # type: ignore[union-attr]
    assert [cell.text for cell in table.rows[-1][1:3]] == ["–", "–"]  # type: ignore[union-attr]


def test_it_says_that_these_are_no_persons_and_where_the_series_break(shared: Shared) -> None:
    edition = shared.edition("shipped")
    blocks = (*benefits.opening(edition), *benefits.told(View(edition, "", "")))
    assert "uitkeringen, geen personen" in plain.page(Page("Proef", (blocks,)))
    (breaks,) = (one for one in walk(blocks) if isinstance(one, Items))
    assert [line[:8] for line in breaks.lines] == ["a (2006)", "b (2013)", "c (2015)", "d (2016)"]


def test_an_edition_without_months_has_no_such_part(shared: Shared) -> None:
    edition = shared.edition("absence")
    assert benefits.opening(edition) == benefits.told(View(edition, "", "")) == ()
