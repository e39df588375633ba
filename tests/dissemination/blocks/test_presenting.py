"""Every slide of every set, in every world: its sentences hold, its words say what is missing, its figures are
those of the edition."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from sdw.dissemination.blocks.presenting import deck, drawn, messages
from sdw.dissemination.blocks.presenting.deck import Deck, Slide
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.figures.claims import check
from sdw.dissemination.figures.sentences import wording
from sdw.edition import editions, figures
from sdw.edition.editions import Edition
from sdw.reference.presenting import sets as presenting
from sdw.text.errors import UserError
from tests.dissemination.blocks.test_claimed_sentences import CARRIED, SHAPES, WORLDS
from tests.worlds.edition import store_at
from tests.worlds.shared import Shared

REGIONS = ("AM05", "AM02", "AM12")


def decks(edition: Edition) -> Iterator[Deck]:
    """Every set; a regional one of three regions."""
    for name, one in presenting.sets().items():
        for region in REGIONS if one.is_regional else ("",):
            yield deck.of(edition, name, (), region)


def every(edition: Edition) -> Iterator[Slide]:
    for one in decks(edition):
        yield from (*one.slides, one.map)


def test_what_is_declared_is_there() -> None:
    for one in presenting.slides().values():
        assert one.message in messages.ALL, one
        assert one.drawing in registry.ALL, one
        assert drawn.of(one.drawing, one.element), one
    named = {name for one in presenting.sets().values() for name in one.slides}
    assert named == set(presenting.slides()), "every slide is in a set, and every slide of a set is there"
    assert list(presenting.sets()) == ["werkgever", "professional", "werkzoekende", "stuurgroep", "regio"]


def test_a_note_holds_no_figure_of_an_edition() -> None:
    """Words that stay while editions come and go."""
    allowed = {"1.000", "95%"}
    for one in presenting.slides().values():
        found = set(re.findall(r"\d[\d.,]*%?", f"{one.note} {one.title} {one.caption}"))
        assert found <= allowed, one.name


@pytest.mark.parametrize("name", WORLDS)
def test_published_figures_hold_what_every_slide_says(shared: Shared, name: str) -> None:
    with store_at(shared(name)):
        edition = editions.find()
        for slide in every(edition):
            for one in slide.said:
                assert one.words, slide.name
                assert check.failing(edition, one.claims) == [], slide.name
                judging = [key for key in CARRIED if SHAPES[key].search(one.words)]
                assert not judging or one.claims, (slide.name, one.words)


@pytest.mark.parametrize("name", WORLDS)
def test_every_figure_on_a_slide_is_published(shared: Shared, name: str) -> None:
    with store_at(shared(name)):
        edition = editions.find()
        for slide in every(edition):
            for one in slide.figures:
                assert one in figures.select(edition, one.indicator), slide.name
            if any(one.is_invented for one in slide.figures):
                assert slide.is_example, slide.name
            if any(one.value is not None and "*" in wording.marks(one) for one in slide.figures):
                assert "voorlopig" in slide.remarks, slide.name
            assert edition.label in slide.source.words


@pytest.mark.parametrize("name", ["empty", "real", "absence"])
def test_a_slide_without_a_figure_says_so(shared: Shared, name: str) -> None:
    """Nothing delivered: no drawing, no number, and a sentence that says why; no example either."""
    with store_at(shared(name)):
        edition = editions.find()
        shown = {one.name: one for one in every(edition)}
        for slide in ("doelen", "verwacht-gestart", "verwacht-duurzaam"):
            assert shown[slide].chart is None, slide
            assert not re.search(r"\b\d[\d.]{2,}\b(?! *(in|\())", shown[slide].words.replace("2026", "")), slide
            assert re.search(r"\b(geen|nog niet|niets|onbekend|loopt)\b", shown[slide].words), shown[slide].words
            assert not shown[slide].is_example


def test_a_choice_decides_which_slides_in_which_order(shared: Shared) -> None:
    edition = shared.edition("shipped")
    found = deck.of(edition, "werkgever", ("doelen", "verzuim"))
    assert [one.name for one in found.slides] == ["doelen", "verzuim"]
    assert [one.name for one in deck.of(edition, "werkgever").slides] == list(presenting.named("werkgever").slides)


@pytest.mark.parametrize(
    ("name", "picked", "region", "key"),
    [
        ("onbekend", (), "", "present.no_set"),
        ("werkgever", ("onbekend",), "", "present.no_slide"),
        ("werkgever", ("verzuim", "verzuim"), "", "present.twice"),
        ("regio", (), "", "present.needs_region"),
        ("regio", (), "AM04", "present.no_region_known"),
    ],
)
def test_what_is_not_there_is_told_with_what_is(
    shared: Shared, name: str, picked: tuple[str, ...], region: str, key: str
) -> None:
    with pytest.raises(UserError) as told:
        deck.of(shared.edition("shipped"), name, picked, region)
    assert told.value.key == key


def test_places_are_all_regions_with_what_is_published(shared: Shared) -> None:
    edition = shared.edition("shipped")
    found = {one.code: one for one in deck.places(edition)}
    assert len(found) == 35
    for code, place in found.items():
        for measure, (_, told) in zip(("gestart", "duurzaam_geplaatst"), place.facts, strict=True):
            (one,) = figures.select(
                edition, measure, region=code, period="2025", method="totaal", client_group="totaal"
            )
            assert told == wording.spoken(one)
