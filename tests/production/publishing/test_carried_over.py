"""Values that stay from an older edition: marked wherever they stand, and never mixed with values of this one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sdw.disclosure.cells import Cell
from sdw.disclosure.public.releases import Labels, Release, Told
from sdw.dissemination.attack.implied_counts import implied
from sdw.dissemination.exports import edition as whole
from sdw.dissemination.exports.reading import figures
from sdw.dissemination.figures import sums
from sdw.dissemination.figures.outcomes import rate_of
from sdw.dissemination.figures.selections import Ledger
from sdw.dissemination.figures.sentences import ips as ips_sentences
from sdw.dissemination.figures.sentences import progress, wording
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import show, tables
from sdw.edition import carried_over
from sdw.edition.figure_row import Row
from sdw.indicators import catalogue
from sdw.indicators.model import Share
from sdw.production.publishing import rows as calculation
from sdw.production.publishing.publication_inputs import Context, Inputs
from sdw.production.publishing.trajectories import rates
from sdw.reference import plan
from sdw.reference.status import Status
from tests.worlds import editions as small
from tests.worlds.figures import everywhere, figure, nation, said

OLD = ("2026-voorjaar",)
TOTAL = ("totaal", "totaal")


def test_the_source_tells_of_which_edition_a_value_is() -> None:
    old = figure(97, carried_from=OLD)
    assert old.source == "Levering door de regio's; waarde uit uitgave 2026-voorjaar (correctie volgt)"
    assert old.is_carried_over
    two = carried_over.labels_of(["", "b", "a", "b"])
    assert carried_over.told(said("bron"), two) == "bron; waarde uit uitgave a en b (correctie volgt)"
    assert carried_over.told(said("bron"), carried_over.labels_of(["", ""])) == "bron"
    assert not figure(97).is_carried_over


def test_a_value_of_an_older_edition_has_a_mark_and_the_mark_is_explained() -> None:
    old = figure(97, carried_from=OLD)
    assert wording.shown(old) == "97†"
    assert wording.spoken(replace(old, status=Status.PROVISIONAL)) == "97*† trajecten"
    assert wording.shown(figure(None, Status.SUPPRESSED, carried_from=OLD)) == "afgeschermd"
    assert wording.notes([figure(1)]) == ""
    assert wording.notes([figure(1, Status.PROVISIONAL), old]) == (
        " * = voorlopig. † = de waarde uit een eerdere uitgave; de correctie volgt."
    )


def test_a_ledger_with_a_value_of_another_edition_is_not_judged() -> None:
    book = Ledger(figure(100), figure(30, carried_from=OLD), figure(20), figure(105))
    assert book.imbalance is None
    assert "eerdere uitgave" in progress.ledger(book)


def _share(ips: Cell, total: Cell) -> Row:
    inputs = Inputs(
        {cell.key: cell for cell in (ips, total)},
        ("2025",),
        Context({}),
        plan.current(),
        "aangeleverd",
        {"trajecten": said("bron")},
    )
    indicator = catalogue.by_id("aandeel_ips")
    assert isinstance(indicator.formula, Share)
    return next(row for row in rates.shares(indicator, indicator.formula, inputs) if row.region == "AM05")


def _cell(method: str, value: float, *since: str) -> Cell:
    return Cell("gestart", "AM05", "2025", method, "totaal", value, Status.VALUE, (), since)


def test_a_share_is_never_of_two_editions() -> None:
    mixed = _share(_cell("ips", 40, "2026-a"), _cell("totaal", 100))
    assert (mixed.value, mixed.status) == (None, Status.SUPPRESSED)
    both_old = _share(_cell("ips", 40, "2026-a"), _cell("totaal", 100, "2026-a"))
    assert both_old.value == 40
    assert (both_old.cited, both_old.carried_from) == (said("bron"), ("2026-a",))
    assert _share(_cell("ips", 40), _cell("totaal", 100)).carried_from == ()


def test_a_remainder_is_never_of_two_editions(tmp_path: Path) -> None:
    values = {"ips": 30, "jobcoaching": None, "werk_als_beste_zorg": None, "overig": 20, "totaal": 81}
    parts = {
        method: figure(value, None if value else Status.SUPPRESSED, method=method)
        for method, value in values.items()
    }
    chosen = ("jobcoaching", "werk_als_beste_zorg")
    whole_edition = small.build(tmp_path / "new", parts.values())
    assert sums.sum_of(whole_edition, "gestart", "AM05", "2025", chosen).words == "31"
    parts["totaal"] = replace(parts["totaal"], carried_from=OLD)
    edition = small.build(tmp_path / "old", parts.values())
    found = sums.sum_of(edition, "gestart", "AM05", "2025", chosen)
    assert not found.exact
    assert found.high is None, "the old total is no upper end for the parts of today"
    parts["ips"] = replace(parts["ips"], carried_from=OLD)
    edition = small.build(tmp_path / "older", parts.values())
    assert sums.sum_of(edition, "gestart", "AM05", "2025", ("ips", "overig")).words == "50†"
    assert sums.sum_of(edition, "gestart", "AM05", "2025", ("ips", "jobcoaching")).low is None


def test_files_tell_which_values_are_older(tmp_path: Path) -> None:
    rows = [replace(one, carried_from=OLD) if one.region == "AM05" else one for one in everywhere()]
    whole.write(small.build(tmp_path, [*rows, nation(4480)]), tmp_path / "files")
    read = [line for line in figures.folder(tmp_path / "files") if line.indicator == "gestart"]
    assert {line.region for line in read if line.carried_over} == {"AM05"}
    assert len([line for line in read if line.carried_over]) == 3, "as Excel, as CSV and for analysis"


def test_the_rate_of_an_outcome_says_that_it_is_older() -> None:
    rate = figure(40, indicator="werk_12u", low=30, high=50, carried_from=OLD)
    assert rate_of(rate).is_carried_over
    assert not rate_of(replace(rate, carried_from=())).is_carried_over


def test_an_older_value_says_nothing_of_this_edition() -> None:
    [line] = figures.of_figures([figure(97, carried_from=OLD)])
    found = implied([line, replace(line, region="AM06", carried_over=False)])
    told = {cell.key[1]: cell for cell in found.cells}
    assert (told["AM05"].value, told["AM05"].corrected) == (None, True)
    assert (told["AM06"].value, told["AM06"].corrected) == (97, False)
    share = figure(40, indicator="aandeel_ips", denominator=100, carried_from=OLD)
    assert implied([*figures.of_figures([share]), line]).given_away == {}


@pytest.mark.parametrize("alike", [True, False])
def test_what_is_said_to_be_corrected_is_not_the_same_in_both_editions(alike: bool) -> None:
    one, two = (("duurzaam_geplaatst", code, "2025", *TOTAL) for code in ("AM05", "AM06"))
    first = Release([Told(one, 35.0), Told(two, 21.0)])
    second = Release([Told(one, None, corrected=True), Told(two, 21.0)])
    labels = Labels([first, second, second], alike)
    assert [labels.of(number, one) for number in range(3)] == [0, 1, 1]
    assert [labels.of(number, two) for number in range(3)] == [0, 0, 0]


def test_the_line_under_a_drawing_names_the_source_once(tmp_path: Path) -> None:
    edition = small.build(tmp_path, [])
    told = show.source_line(edition, [figure(1), figure(2, carried_from=OLD), figure(3)])
    assert told.startswith(
        "Bron: Levering door de regio's. Met † uit uitgave 2026-voorjaar: de correctie volgt. Uitgave"
    )


def test_a_part_of_another_edition_has_no_share_and_the_caption_explains_the_mark(
    tmp_path: Path,
) -> None:
    values = {"ips": 40, "jobcoaching": 20, "werk_als_beste_zorg": 20, "overig": 20}
    parts = {name: figure(value, method=name) for name, value in values.items()}
    for number, (since, shares) in enumerate((((), True), (OLD, False))):
        rows = [figure(100), *(parts | {"ips": replace(parts["ips"], carried_from=since)}).values()]
        view = View(small.build(tmp_path / str(number), rows), "gestart", "2025", region="AM05")
        table = tables.split(view, "AM05", "method")
        assert table is not None
        assert [row[2].text != "–" for row in table.rows] == [shares, True, True, True]  # type: ignore[union-attr]
        assert ("†" in table.caption) is not shares


def test_an_older_national_count_has_no_bounds_of_today() -> None:
    indicator = catalogue.by_id("gestart")
    for since, bounded in (((), True), (("2026-a",), False)):
        nation_cell = Cell("gestart", "NL", "2025", *TOTAL, 100, Status.VALUE, ("AM05",), since)
        region = Cell("gestart", "AM05", "2025", *TOTAL, 100, Status.VALUE)
        cells = {cell.key: cell for cell in (nation_cell, region)}
        inputs = Inputs(cells, ("2025",), Context({}), plan.current(), "aangeleverd", {"trajecten": said("bron")})
        found = calculation.rows(indicator, inputs)
        row = next(one for one in found if (one.region, one.method, one.client_group) == ("NL", *TOTAL))
        assert (row.bound_low is not None) is bounded


def test_the_sentence_of_a_region_marks_an_older_rate() -> None:
    rate = rate_of(figure(40, indicator="werk_12u", low=30, high=50, denominator=100, carried_from=OLD))
    assert "40%†" in ips_sentences.chosen_region("Twente", rate, "niet te onderscheiden van landelijk", 12)
