"""Figures in words: status, coverage, bounds and targets are always said, and nobody is blamed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdw.dissemination.figures import selections
from sdw.dissemination.figures.selections import Ledger, Reach, Remark
from sdw.dissemination.figures.sentences import progress, wording
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.reference.areas import regions
from sdw.reference.status import Status
from tests.worlds.figures import everywhere, figure, nation


@pytest.mark.rule("never_zero")
@pytest.mark.parametrize(
    ("made", "shown"),
    [
        (figure(97), "97"),
        (figure(0), "0"),
        (figure(1234, Status.PROVISIONAL), "1.234*"),
        (figure(12.25, indicator="aandeel_ips"), "12,3%"),
        (figure(None, Status.SUPPRESSED), "afgeschermd"),
        (figure(None, Status.NOT_DELIVERED), "niet aangeleverd"),
        (figure(None, Status.NOT_DELIVERED, origin="voorbeeld"), "voorbeeld: niet aangeleverd"),
        (figure(None, Status.UNKNOWN), "onbekend"),
        (figure(None, Status.NOT_APPLICABLE), "n.v.t."),
    ],
)
def test_zero_unknown_and_hidden_never_read_alike(made: Figure, shown: str) -> None:
    assert wording.shown(made) == shown


@pytest.mark.parametrize(
    ("made", "spoken"),
    [
        (figure(1), "1 traject"),
        (figure(2), "2 trajecten"),
        (figure(1, indicator="duurzaam_geplaatst"), "1 mens"),
        (figure(2.5, indicator="per_1000_uitkeringen"), "2,5 per 1.000"),
        (figure(None, Status.UNKNOWN), "onbekend"),
    ],
)
def test_a_unit_agrees_with_its_number(made: Figure, spoken: str) -> None:
    assert wording.spoken(made) == spoken


@pytest.mark.rule("both_targets")
@pytest.mark.rule("coverage")
def test_the_nation_is_told_with_both_targets_and_its_coverage() -> None:
    told = progress.nation(nation(3302, 31), nation(1, 30, indicator="duurzaam_geplaatst"))
    assert told == (
        "In 2025 begonnen 3.302 trajecten (31 van de 35 regio's) en kreeg 1 mens duurzaam werk "
        "(30 van de 35 regio's). Ernaast staan twee maten voor een jaar: 3.500 gestarte trajecten "
        "(ambitie Hoofdzaak } Werk, april 2021) en 3.500 mensen met duurzaam werk "
        "(doel convenant 2021-2024: 35 × 100, afgeleid door ons)."
    )


@pytest.mark.rule("half_year")
def test_half_a_year_is_told_as_half_a_year() -> None:
    told = progress.nation(nation(1576, period="2026-H1"), None)
    assert told.startswith("In het 1e halfjaar van 2026 begonnen 1.576 trajecten")
    assert "half jaar" in told
    assert "3.500" not in told


@pytest.mark.rule("no_ranking")
def test_regions_are_counted_never_ranked() -> None:
    told = progress.regions_on_target(
        Reach(14, 35, 35), Reach(1, 33, 35), "2025", {Status.NOT_DELIVERED: 1, Status.SUPPRESSED: 2}
    )
    assert told == (
        "In 2025 begonnen 100 trajecten of meer in 14 van de 35 regio's met een cijfer. "
        "Duurzaam aan het werk kwamen 100 mensen of meer in 1 van de 33 regio's met een cijfer. "
        "Van één regio zijn er nog geen cijfers en bij twee regio's is een aantal afgeschermd."
    )


def test_a_region_that_lacks_a_figure_is_counted_once_with_the_first_reason() -> None:
    started = everywhere(AM01=Status.NOT_DELIVERED, AM02=Status.SUPPRESSED)
    durable = everywhere("duurzaam_geplaatst", AM01=Status.SUPPRESSED, AM02=Status.UNKNOWN, AM05=Status.UNKNOWN)
    assert selections.missing_by_reason(started, durable) == {
        Status.NOT_DELIVERED: 1,
        Status.SUPPRESSED: 1,
        Status.UNKNOWN: 1,
    }


def test_reach_counts_only_regions_with_a_figure() -> None:
    rows = everywhere(AM01=Status.SUPPRESSED, AM38=Status.NOT_DELIVERED)
    reached = sum(row.value is not None and row.value >= 100 for row in rows)
    assert selections.reach(rows) == Reach(reached, 33, 35)


@pytest.mark.rule("silent_region")
def test_a_silent_region_is_told_what_it_can_do_and_not_what_it_did_wrong() -> None:
    silent = figure(None, Status.NOT_DELIVERED)
    told = progress.region("Twente", silent, silent)
    assert "Aanleveren kan nog steeds" in told
    assert "zegt niets over het werk" in told


def book(opening: float | None, started: float, ended: float, closing: float, **facts: object) -> Ledger:
    return Ledger(*(figure(value, **facts) for value in (opening, started, ended, closing)))


def test_a_ledger_shows_what_does_not_add_up() -> None:
    assert progress.ledger(book(100, 50, 20, 130)).startswith("De telling klopt")
    assert "verschil van 3 trajecten" in progress.ledger(book(100, 50, 20, 127))
    assert "ontbreekt" in progress.ledger(book(None, 50, 20, 127))
    other = Ledger(*(nation(value, have) for value, have in ((1, 31), (2, 31), (1, 30), (2, 31))))
    assert other.imbalance is None
    assert "Niet van elke regio" in progress.ledger(other)


@given(st.tuples(*[st.integers(0, 10_000)] * 3))
def test_a_ledger_that_adds_up_has_no_imbalance(parts: tuple[int, int, int]) -> None:
    opening, started, ended = parts
    assert book(opening, started, ended, opening + started - ended).imbalance == 0


@pytest.mark.parametrize("kind", ["optelling", "aansluiting", "sprong", "leeg"])
def test_every_warning_of_an_import_has_words_on_the_page(kind: str) -> None:
    assert progress.remark(Remark("AM02", "2025-H1", kind)).startswith("Friesland, 1e halfjaar 2025: ")


def test_remarks_of_a_kind_make_one_sentence() -> None:
    one = [Remark("AM05", "2025", "correctie_volgt"), Remark("AM05", "2025-H1", "correctie_volgt")]
    assert progress.remarks(one) == [
        "Twente, 2025 en 1e halfjaar 2025: een of meer cijfers (†) tonen nog de waarde uit een eerdere uitgave. "
        "De correctie volgt."
    ]
    more = [*one, Remark("NL", "2025", "correctie_volgt"), Remark("AM02", "2025", "optelling")]
    assert [told.split(" een ")[0] for told in progress.remarks(more)] == [
        "Bij Twente en Nederland tonen",
        "Friesland, 2025: begin plus gestart min beëindigd is niet gelijk aan het einde.",
    ]
    many = [Remark(code, "2025", "leeg") for code in regions.CODES[:9]]
    assert progress.remarks(many) == ["Bij negen regio's is een deel van het blad leeg aangeleverd."]


def test_the_remarks_known_here_are_the_warnings_of_the_importer() -> None:
    from sdw.reference.datasets.catalogue import DATASETS

    kinds = {check.id for dataset in DATASETS.values() for check in dataset.checks if check.severity == "warning"}
    for kind in kinds:
        two = [Remark("AM02", "2025-H1", kind), Remark("AM05", "2025-H1", kind)]
        assert len(progress.remarks(two)) == len(progress.remarks(two[:1])) == 1


def test_the_middle_half_needs_eight_regions() -> None:
    assert selections.spread(everywhere()[:7]) is None
    spread = selections.spread(everywhere())
    assert spread is not None
    assert (spread.low, spread.high, spread.known) == (60 + 4 * 8, 60 + 4 * 26, 35)


WORDS_OF_BLAME = ("slecht", "zwak", "achterblij", "faalt", "beste", "ranglijst", "stijg", "daal", "trend")


@pytest.mark.rule("no_ranking")
@pytest.mark.rule("trend")
@pytest.mark.parametrize("indicator", catalogue.ALL, ids=lambda indicator: indicator.id)
def test_no_sentence_above_the_map_blames_ranks_or_names_a_trend(indicator: catalogue.Indicator) -> None:
    rows = everywhere(indicator.id)
    told = progress.map_of(
        nation(100, indicator=indicator.id), selections.spread(rows), rows[3], "2025", progress.cut("ips", "totaal")
    )
    assert indicator.label in told
    assert "Twente" in told
    assert not [word for word in WORDS_OF_BLAME if word in told.lower()]
