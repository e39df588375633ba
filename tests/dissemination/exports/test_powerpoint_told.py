"""A PowerPoint tells what its deck publishes, each number in its place, whatever names and marks it is given."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace

import fastexcel
import pytest
from pptx import Presentation

from sdw.dissemination.blocks.figures import Sentence
from sdw.dissemination.blocks.presenting import deck
from sdw.dissemination.blocks.presenting.deck import Deck, Slide
from sdw.dissemination.exports.powerpoint import writer
from sdw.dissemination.figures.sentences import pace, wording
from sdw.edition import editions, figures
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import NATION
from sdw.reference.documents import targets
from sdw.reference.status import Status
from sdw.text.dutch import number
from tests.worlds.edition import store_at
from tests.worlds.shared import Shared
from tests.worlds.slideshow import Shown, Slideshow, rows

#: A region with all figures, one with a hidden count.
REGIONS = ("AM05", "AM10")
#: Drawings of published research, of states, and of what is left when IPS is taken off.
OF_NO_FIGURES = ("ips-onderzoek", "ips-regio", "ips-gemeenten", "borging")
HOSTILE = '=HYPERLINK("http://evil.example","x")'
CONTROL = "a\x01b\x0bc\ufffed"
Made = list[tuple[Deck, Slideshow]]


@pytest.fixture(scope="module")
def made(shared: Shared) -> Iterator[Made]:
    with store_at(shared("shipped")):
        edition = editions.find()
        found = [deck.of(edition, name) for name in ("stuurgroep", "werkgever")]
        found += [deck.of(edition, "regio", (), region) for region in REGIONS]
        yield [(one, Slideshow(writer.of(one))) for one in found]


def drawn(made: Made) -> Iterator[tuple[Deck, Slide, Shown]]:
    for one, show in made:
        for slide, shown in zip((*one.slides, one.map), show.slides[1:], strict=False):
            yield one, slide, shown


def tables(one: Deck, show: Slideshow) -> Iterator[tuple[str, list[str], list[str]]]:
    """Title, head and cells of each row in the tables at the end."""
    for shown in show.slides[len(one.slides) + 2 :]:
        for table in shown.tables:
            for row in table[1:]:
                yield shown.title[0], table[0], row


def numerals(words: str) -> set[str]:
    return set(re.findall(r"\d+(?:[.,]\d+)*", words))


def test_each_figure_of_a_bar_is_at_its_own_place(made: Made) -> None:
    checked = 0
    for _, slide, shown in drawn(made):
        if slide.name != "doelen":
            continue
        found = {name: dict(zip(names, values, strict=True)) for name, names, values in rows(shown.charts[0])}
        newest = max(one.period for one in slide.figures)
        for one in slide.figures:
            counted, before, _ = one.indicator.partition("_gelijk_eerder")
            label = catalogue.by_id(counted).label
            series = "een jaar eerder" if before or one.period != newest else newest
            values = [value for name, value in found[series].items() if name.startswith(label)]
            assert values == [one.value], (one.indicator, one.period)
            aim = targets.of_indicator(counted)
            assert aim is not None
            assert [v for name, v in found["ambitie of doel"].items() if name.startswith(label)] == [aim.national]
            checked += 1
    assert checked == 4


def test_each_figure_of_a_fan_is_at_its_own_place(made: Made) -> None:
    """What is known at its month, what is expected in December, with both its ends."""
    checked = 0
    for _, slide, shown in drawn(made):
        if "verwacht-" not in slide.name or not shown.charts:
            continue
        expected = next(one for one in slide.figures if one.indicator.startswith("verwacht"))
        found = {name.split(" ")[0].strip("*:"): values for name, _, values in rows(shown.charts[0])}
        assert rows(shown.charts[0])[0][1] == ["begin", "maart", "juni", "september", "december"]
        assert [found[name][-1] for name in ("verwacht", "ondergrens", "bovengrens")] == [
            expected.value,
            expected.low,
            expected.high,
        ]
        year = expected.period
        half = next(one for one in slide.figures if one.period == f"{year}-H1" and one.value is not None)
        assert found[year] == [0.0, None, half.value, None, None]
        assert found["verwacht"][2] == found["ondergrens"][2] == found["bovengrens"][2] == half.value
        whole = [one for one in slide.figures if one.period == str(int(year) - 1)]
        before = found[str(int(year) - 1)]
        assert whole and before[0] == 0.0 and before[-1] == whole[0].value
        checked += 1
    assert checked >= 4


def told(figure: Figure) -> set[str]:
    """Every numeral that is published of a figure."""
    ends = (figure.value, figure.low, figure.high, figure.bound_low, figure.bound_high)
    decimals = catalogue.by_id(figure.indicator).decimals
    words = [wording.spoken(figure), wording.coverage(figure), figure.period, wording.period(figure.period)]
    words += [number(one, decimals) for one in ends if one is not None]
    words += [pace.percent(figure)] if figure.indicator.startswith("kans_") else []
    return numerals(" ".join(words))


def aims() -> set[str]:
    return {number(one) for aim in targets.ALL for one in (aim.national, aim.per_region)}


def test_every_number_in_tables_and_maps_is_published(made: Made) -> None:
    """Against the figures of the whole deck, which `tests/dissemination/attack` holds against the edition."""
    cells = 0
    for one, show in made:
        known = set().union(*map(told, one.shown), aims())
        other = [slide.title for slide in one.slides if slide.name.startswith(OF_NO_FIGURES)]
        for title, head, row in tables(one, show):
            if any(f"(dia ‘{name}’)" in title for name in other):
                continue
            for cell in row[1:]:
                assert numerals(cell) <= known, (title, head, row)
                cells += bool(numerals(cell))
        for slide, shown in zip((*one.slides, one.map), show.slides[1:], strict=False):
            if not slide.name.startswith(OF_NO_FIGURES):
                for each in shown.named:
                    if each.get("name", "").startswith("AM"):
                        assert numerals(each.get("descr", "")) <= known, (slide.name, each.get("descr"))
    assert cells > 100


def without_hidden(one: Deck, show: Slideshow) -> int:
    """How many hidden figures have their status and no number where their region stands in a table or map."""
    hidden = [f for f in one.shown if f.status is Status.SUPPRESSED and f.region != NATION]
    checked = 0
    for slide, shown in zip((*one.slides, one.map), show.slides[1:], strict=False):
        scene = slide.chart.scene if slide.chart is not None else None
        mapped = scene is not None and (slide.name.startswith(("kaart", "regio-kaart")) or slide is one.map)
        for figure in hidden:
            if not mapped or figure not in slide.figures or (slide is one.map and figure.indicator != "gestart"):
                continue
            words = [n.get("descr", "") for n in shown.named if n.get("name", "").startswith(figure.region)]
            assert len(words) == 1 and "afgeschermd" in words[0] and not numerals(words[0]), words
            checked += 1
    for title, head, row in tables(one, show):
        for figure in hidden:
            label = catalogue.by_id(figure.indicator).label
            for name, cell in zip(head, row, strict=True):
                if row[0] == figure.place and name == f"{label}, {wording.period(figure.period)}":
                    assert "afgeschermd" in cell and not numerals(cell), (title, row)
                    checked += 1
                if (
                    title.startswith(f"Cijfers: {label}, {wording.period(figure.period)}")
                    and row[0] == figure.place
                ):
                    assert "afgeschermd" in row[1] and not numerals(row[1]), (title, row)
                    checked += 1
    return checked


MARKERS = (98761.0, 98762.0, 98763.0, 98764.0)


def test_a_hidden_figure_has_its_status_where_its_number_would_be(
    shared: Shared, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Markers in what is hidden stand in no part of the file and in no sheet; one that is planted is found."""
    select = figures.select

    def hiding(*asked: object, **named: object) -> list[Figure]:
        found = select(*asked, **named)  # type: ignore[arg-type]
        return [_hidden(one) if (one.indicator, one.region) == ("gestart", "AM05") else one for one in found]

    with store_at(shared("shipped")):
        monkeypatch.setattr(figures, "select", hiding)
        one = deck.of.__wrapped__(editions.find(), "werkgever")
        show = Slideshow(writer.of(one))
        planted = tuple(
            replace(p, facts=tuple((what, "98.761 trajecten") for what, _ in p.facts)) if p.code == "AM05" else p
            for p in one.places
        )
        leak = Slideshow(writer.of(replace(one, places=planted)))
    assert [f.bound_high for f in one.shown if f.status is Status.SUPPRESSED and f.region == "AM05"]
    assert without_hidden(one, show) >= 3
    assert not marked(show)
    assert marked(leak)
    with pytest.raises(AssertionError):
        without_hidden(one, leak)


def _hidden(one: Figure) -> Figure:
    low, high, least, most = MARKERS
    return replace(one, value=None, status=Status.SUPPRESSED, low=low, high=high, bound_low=least, bound_high=most)


def marked(show: Slideshow) -> list[str]:
    """The parts, and the parts of their sheets, in which a marker stands, in any way of writing it."""
    found = []
    for name, data in show.parts.items():
        inner = {name: data}
        if name.endswith(".xlsx"):
            with zipfile.ZipFile(io.BytesIO(data)) as book:
                inner = {f"{name}/{one}": book.read(one) for one in book.namelist()}
        found += [where for where, held in inner.items() if re.search(rb"98[.,]?76[1-4]", held)]
    return found


def test_a_chart_and_its_sheet_say_edition_source_and_mark(made: Made) -> None:
    marked = 0
    for one, slide, shown in drawn(made):
        for chart, sheet in zip(shown.charts, shown.sheets, strict=True):
            frame = fastexcel.read_excel(sheet).load_sheet(0, header_row=None).to_pandas()
            notes = " ".join(str(cell) for cell in frame.iloc[len(rows(chart)[0][1]) + 1 :, 0])
            with zipfile.ZipFile(io.BytesIO(sheet)) as book:
                core = book.read("docProps/core.xml").decode()
            for words in (notes, core):
                assert one.edition.label in words and slide.title in words and slide.source.words in words
                assert ("Voorbeeld: verzonnen cijfers" in words) == slide.is_example
            if slide.is_example:
                names = [word for name, names, _ in rows(chart) for word in (name, *names)]
                assert any("voorbeeld" in word for word in names), slide.name
                marked += 1
    assert marked >= 4


def test_a_table_says_what_it_is_of_and_every_drawing_has_one(made: Made) -> None:
    for one, show in made:
        titles = [title for title, _, _ in tables(one, show)]
        for slide in one.slides:
            if slide.chart is not None:
                assert any(f"(dia ‘{slide.title}’)" in title for title in titles), slide.name


def test_a_chance_in_a_table_has_the_words_of_the_sentence(made: Made) -> None:
    found = []
    for one, show in made:
        chances = {pace.percent(f) for f in one.shown if f.indicator.startswith("kans_")}
        told = [row[1].rstrip("*†‡") for _, _, row in tables(one, show) if row[0] == "Kans op het doel"]
        assert set(told) <= chances
        found += told
    assert any(" of m" in words for words in found)


def changed(one: Deck, name: str) -> Deck:
    """The deck with a name in everything that is written of its first two slides."""
    slide = one.slides[0]
    plot = slide.plot()
    assert plot is not None
    table = replace(plot.table, rows=[(name, *row[1:]) for row in plot.table.rows])
    first, *others = plot.series
    series = (replace(first, name=name), *others)
    categories = tuple(f"{name}{place}" for place, _ in enumerate(plot.categories))
    hostile = replace(plot, categories=categories, series=series, table=table, gaps=(name,))
    slide = replace(slide, note=name, plot=lambda: hostile, remarks=name)
    places = tuple(replace(place, name=name) for place in one.places)
    return replace(one, title=name, slides=(slide, *one.slides[1:]), places=places)


@pytest.mark.parametrize("name", [HOSTILE, "+1+cmd|' /C calc'!A0", "http://evil.example", "<a>&\"'"])
def test_no_name_becomes_a_formula_or_a_link(shared: Shared, name: str) -> None:
    with store_at(shared("shipped")):
        show = Slideshow(writer.of(changed(deck.of(editions.find(), "werkgever"), name)))
    assert not [target for part in show.parts for *_, target, outside in show.relations(part) if outside]
    shown = show.slides[1]
    assert name in shown.notes and rows(shown.charts[0])[0][0] == name
    with zipfile.ZipFile(io.BytesIO(shown.sheets[0])) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in sheet and "<hyperlink" not in sheet
    frame = fastexcel.read_excel(shown.sheets[0]).load_sheet(0, header_row=None).to_pandas()
    assert frame.iloc[0, 1] == name and frame.iloc[1, 0] == f"{name}0"


@pytest.mark.parametrize("mark", [CONTROL, "voor Jan " * 34, "x" * 300])
def test_no_text_fails_a_deck(shared: Shared, mark: str) -> None:
    """What XML cannot hold is left out; what does not fit goes on, and nothing of it is lost."""
    words = " ".join(f"woord{place}" for place in range(500))
    with store_at(shared("shipped")):
        one = changed(deck.of(editions.find(), "werkgever"), CONTROL + mark)
        long = replace(one.slides[1], said=(Sentence(words, "lead"),))
        sourced = replace(one.slides[2], remarks=words)
        data = writer.of(replace(one, slides=(one.slides[0], long, sourced, *one.slides[3:])), mark)
    assert Presentation(io.BytesIO(data)).slides
    shows = Slideshow(data).slides
    for slide, charted in ((long, 1), (sourced, 1)):
        own = [shown for shown in shows if shown.title[0].startswith(slide.title)]
        said = " ".join(shown.words for shown in own)
        assert all(f"woord{place} " in f"{said} " for place in range(500))
        assert sum(len(shown.charts) for shown in own) == charted
    assert not re.search("[\x01\x0b\ufffe]", "".join(shown.words for shown in shows))
