"""Gegevens and Verantwoording: what they say of an edition, of deliveries, and of what is not known."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from markupsafe import escape

from sdw.dissemination.blocks import model
from sdw.dissemination.figures import corrections, published_observations
from sdw.dissemination.ui.elements import screen
from sdw.dissemination.ui.interaction import downloads
from sdw.dissemination.ui.pages.data import delivery_sheet, file_check
from sdw.dissemination.ui.pages.methodology import methodology
from sdw.edition import editions as published
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.exchange.problems import Problem
from sdw.exchange.result import FileResult
from sdw.indicators import catalogue
from sdw.reference import delivery, tables
from sdw.reference.areas import regions
from sdw.reference.delivery import Delivery
from sdw.reference.documents import conflicts, findings, sources, targets
from sdw.reference.status import Status
from sdw.text.dutch import say
from sdw.text.errors import UserError
from tests.worlds import edition as world
from tests.worlds import editions
from tests.worlds import exports as figures_world
from tests.worlds.pages import opened, words
from tests.worlds.shared import Shared


@pytest.fixture(scope="module", name="store")
def _store(shared: Shared) -> Path:
    return shared("examples")


@pytest.fixture(name="autumn")
def _autumn(store: Path) -> Iterator[Edition]:
    with world.store_at(store):
        yield published.find()


class TestAccount:
    def test_every_topic_of_a_finding_stands_under_one_heading(self) -> None:
        listed = [topic for topics in methodology.TOPICS.values() for topic in topics]
        assert len(listed) == len(set(listed))
        assert set(listed) == {finding.topic for finding in findings.ALL}

    def test_the_page_holds_every_definition_finding_conflict_target_and_source(self, autumn: Edition) -> None:
        shown = unescape(words(opened("verantwoording")))
        wanted = [
            *(indicator.definition for indicator in catalogue.ALL),
            *(finding.statement for finding in findings.ALL),
            *(conflict.explanation for conflict in conflicts.ALL),
            *(target.quote for target in targets.ALL),
            *(source.title for source in sources.ALL),
        ]
        assert [text for text in wanted if text not in shown] == []

    def test_it_names_threshold_owner_and_day_from_the_manifest(self, autumn: Edition) -> None:
        shown = words(opened("verantwoording"))
        assert autumn.fact("decision_owner") in shown
        assert f"Een aantal van 1 tot en met {int(autumn.fact('threshold')) - 1} laten we niet zien" in shown

    def test_it_names_the_regions_that_the_examples_leave_out(self, autumn: Edition) -> None:
        shown = words(opened("verantwoording"))
        assert all(regions.name_of(code) in shown for code in world.ABSENT_2023)
        assert "Dat is onze keuze" in shown

    def test_delivered_figures_need_no_word_on_examples(self, shared: Shared) -> None:
        with world.store_at(shared("one_region")):
            assert say("page.verantwoording.examples.title") not in words(opened("verantwoording"))


class TestDelivering:
    def test_what_is_not_set_says_so(self, autumn: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(delivery, "current", lambda: Delivery("", "", None, None))
        assert words(opened("gegevens")).count("nog niet ingesteld") == 4

    def test_what_is_set_is_shown(self, autumn: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
        set_now = Delivery("Kluis & sleutel", "Team Cijfers", dt.date(2027, 2, 15), dt.date(2027, 4, 1))
        monkeypatch.setattr(delivery, "current", lambda: set_now)
        shown = words(opened("gegevens"))
        assert "nog niet ingesteld" not in shown
        for text in ("Kluis &amp; sleutel", "Team Cijfers", "15 februari 2027", "1 april 2027"):
            assert text in shown

    @pytest.mark.parametrize("value", ["15 februari", 20270215, dt.datetime(2027, 2, 15, 9)])
    def test_a_date_that_is_no_date_is_refused(self, value: object, monkeypatch: pytest.MonkeyPatch) -> None:
        settings = {"channel": "", "contact": "", "deadline": value, "next_edition": ""}
        monkeypatch.setattr(tables, "document", lambda _: settings)
        with pytest.raises(UserError, match="deadline"):
            delivery.current()

    def test_this_half_year_is_asked_for_first(self) -> None:
        asked = [period.code for period in delivery_sheet.wanted(dt.date(2026, 11, 22))]
        assert asked[:3] == ["2026-H2", "2026-H1", "2025-H2"]
        assert "2026" in asked and "2026-Q4" in asked
        assert len(asked) == len(set(asked))


class TestDownloads:
    def test_every_indicator_of_the_edition_is_offered(self, autumn: Edition) -> None:
        box = opened("gegevens").selectbox(key="download-table")
        assert box.options == [
            indicator.label for indicator in catalogue.ALL if indicator.id in figures.published(autumn)
        ]

    def test_an_edition_without_any_figure_says_so(self, tmp_path: Path) -> None:
        empty = editions.build(tmp_path, [], decision_owner="x", decision_date="2026-11-22")
        with world.store_at(tmp_path):
            assert figures.published(empty) == ()
            assert say("page.gegevens.download.empty") in words(opened("gegevens"))

    def test_a_bug_in_one_part_is_a_number_and_leaves_the_rest_of_the_page(
        self, autumn: Edition, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        monkeypatch.setattr(downloads.whole, "zip_name", lambda _: 1 / 0)
        with caplog.at_level("ERROR", logger="sdw"):
            shown = words(opened("gegevens"))
        number = re.search(r"beheerder: ([0-9a-f]{6})\.", shown)
        assert number is not None and "division" not in shown
        assert any(number[1] in record.message and record.exc_info for record in caplog.records)
        assert say("page.gegevens.log.title") in shown


class TestHistory:
    def test_the_first_edition_has_no_corrections(self, autumn: Edition) -> None:
        assert corrections.previous(autumn) is None
        assert "geen eerdere uitgave" in words(opened("gegevens"))

    def test_a_changed_figure_is_listed_with_what_it_was(self, tmp_path: Path) -> None:
        real = [replace(figure, origin="aangeleverd") for figure in figures_world.ALL]
        changed = [replace(figure, value=99.0) if figure.region == "AM05" else figure for figure in real]
        facts = {"origin": "aangeleverd", "decision_owner": "x", "decision_date": "2026-11-22"}
        old = editions.build(tmp_path, real, "2026-voorjaar", published_at="2026-05-01T10:00:00+00:00", **facts)
        new = editions.build(tmp_path, changed, **facts)
        with world.store_at(tmp_path):
            assert corrections.previous(new) == old
            found = corrections.between(old, new)
            assert [(c.before.value, c.now.value) for c in found if c.now.indicator == "gestart"] == [(97.0, 99.0)]
            shown = words(opened("gegevens"))
            assert "Cijfers die uitgave 2026-najaar anders laat zien dan uitgave 2026-voorjaar" in shown
            assert "?uitgave=2026-voorjaar" in shown

    def test_what_changed_says_that_it_is_invented_and_over_how_many_regions(self, shared: Shared) -> None:
        with world.store_at(shared("shipped")):
            shown = words(opened("gegevens"))
        caption = next(one for one in shown.split("<caption>") if one.startswith("Cijfers die uitgave"))
        assert "Voorbeeld." in caption[: caption.index("</caption>")]
        assert "3.650 (35 van 35)" in caption

    def test_a_withheld_figure_is_never_listed(self, tmp_path: Path) -> None:
        real = [replace(figure, origin="aangeleverd") for figure in figures_world.ALL]
        hidden = [replace(figure, value=None, status=Status.SUPPRESSED) for figure in real]
        old = editions.build(tmp_path, real, "2026-voorjaar", origin="aangeleverd")
        new = editions.build(tmp_path, hidden, origin="aangeleverd")
        assert corrections.between(old, new) == ()

    def test_examples_are_no_past_of_delivered_figures(self, tmp_path: Path) -> None:
        editions.build(tmp_path, figures_world.ALL, "2026-voorjaar", published_at="2026-05-01T10:00:00+00:00")
        new = editions.build(tmp_path, figures_world.ALL, origin="aangeleverd")
        with world.store_at(tmp_path):
            assert corrections.previous(new) is None


class TestEarlier:
    def test_examples_give_nothing_to_compare_with(self, autumn: Edition) -> None:
        assert published_observations.of_edition(autumn)("trajecten", ("AM05",)) == []

    def test_published_counts_come_as_observations_and_withheld_ones_stay_withheld(self, tmp_path: Path) -> None:
        real = [replace(figure, origin="aangeleverd") for figure in figures_world.ALL]
        made = editions.build(tmp_path, real, origin="aangeleverd")
        rows = published_observations.of_edition(made)("trajecten", ("AM05", "AM03"))
        assert ("AM05", "2025", "totaal", "totaal", "", 0, "gestart", 97.0, "waarde") in rows
        assert ("AM03", "2025", "totaal", "totaal", "", 0, "gestart", None, "afgeschermd") in rows
        assert {row[0] for row in rows} == {"AM05", "AM03"}


class TestLinks:
    """That whatever a block holds stays text is tried on every kind of block (`test_blocks.py`)."""

    def test_only_https_becomes_a_link(self) -> None:
        assert "<a" not in screen.element(model.Source("bron", "javascript:alert(1)", ""))
        assert "<a" not in screen.element(model.Finding("zin", "bron", "data:text/html,x"))
        shown = screen.element(model.Source("CBS", "https://opendata.cbs.nl/", ""))
        assert '<a href="https://opendata.cbs.nl/"' in shown


class TestVerdict:
    """The first line of the report says what becomes of the file, not only that something stands out."""

    GOOD = FileResult("levering.csv", "", None, ())
    WARNING = Problem("warning", "", 2, "gestart", "Dit is veel.")
    DOUBT = replace(WARNING, accept=True)
    FAULT = replace(WARNING, severity="error")

    @pytest.mark.parametrize(
        ("problems", "key"),
        [
            ((), "good"),
            ((WARNING,), "warned_one"),
            ((WARNING, WARNING), "warned"),
            ((WARNING, DOUBT), "accept_one"),
            ((DOUBT, DOUBT), "accept"),
            ((DOUBT, FAULT), "refused_one"),
        ],
    )
    def test_d3_a_file_that_a_person_must_accept_is_not_called_ready(
        self, problems: tuple[Problem, ...], key: str
    ) -> None:
        told = screen.element(file_check.verdict(replace(self.GOOD, problems=problems)))
        assert escape(say(f"page.gegevens.check.{key}", name="levering.csv", count="2")) in told
        assert ("kan worden ingelezen" in told) is key.startswith("warned")
