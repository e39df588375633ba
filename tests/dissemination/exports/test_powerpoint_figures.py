"""What stands in a PowerPoint is what the edition says: in its charts, in their sheets, tables, maps and words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import fastexcel
import pytest

from sdw.dissemination.blocks.presenting import deck, drawn, plots
from sdw.dissemination.blocks.presenting.deck import Deck, Slide
from sdw.dissemination.charts.core.scene import Path, walk
from sdw.dissemination.exports.powerpoint import files, freeform, writer
from sdw.dissemination.figures import evidence, outcomes
from sdw.dissemination.figures.sentences import wording
from sdw.dissemination.figures.view import View
from sdw.edition import editions
from sdw.edition.figures import Figure
from sdw.reference.areas import regions
from sdw.reference.documents import targets
from sdw.reference.presenting import sets as presenting
from sdw.reference.status import Status
from tests.worlds.edition import store_at
from tests.worlds.shared import Shared
from tests.worlds.slideshow import A, C, Shown, Slideshow, rows

#: Regions with figures, with a hidden count, with an unknown one, and with nothing delivered.
REGIONS = ("AM05", "AM10", "AM12", "AM24", "AM26")
#: Drawings that are maps: of shapes, not of series.
MAPS = {"kaart-klein", "regio-ligging", "ips-gemeenten", "borging-kaart"}
Made = list[tuple[Deck, Slideshow]]


def every() -> Iterator[Deck]:
    for edition in editions.every():
        for name, one in presenting.sets().items():
            for region in REGIONS if one.is_regional else ("",):
                yield deck.of(edition, name, (), region)


@pytest.fixture(scope="module")
def made(shared: Shared) -> Iterator[Made]:
    """Every deck of both editions with its file."""
    with store_at(shared("shipped")):
        yield [(one, Slideshow(files.written(one))) for one in every()]


def pairs(made: Made) -> Iterator[tuple[Slide, Shown]]:
    """The slides with a message, as declared and as written; the first and the tables stand around them."""
    for one, show in made:
        yield from zip(one.slides, show.slides[1 : len(one.slides) + 1], strict=True)


def with_tables(made: Made) -> Iterator[tuple[Deck, list[Shown]]]:
    for one, show in made:
        yield one, show.slides[len(one.slides) + 2 :]


def test_every_drawing_of_a_slide_is_a_chart_or_a_map(made: Made) -> None:
    names = {one.drawing for one in presenting.slides().values()} | {"kaart-klein"}
    assert names == MAPS | set(plots.ALL) and not MAPS & set(plots.ALL)
    assert set(plots.ALL) <= set(drawn._ALL)
    for slide, shown in pairs(made):
        expected = 0 if slide.chart is None or slide.plot() is None else 1
        assert len(shown.charts) == expected, slide.name
        assert bool(shown.charts) or slide.chart is None or list(freeforms(shown)), slide.name


def test_a_slide_says_what_its_page_says(made: Made) -> None:
    for slide, shown in pairs(made):
        for one in slide.said:
            assert one.words in shown.words, slide.name
        assert slide.said[0].words == shown.title[0]
        for part in (slide.source.words, slide.remarks, slide.caption):
            assert part in shown.words, slide.name
        for part in (slide.note, *slide.aloud):
            assert part in shown.notes, slide.name
        if slide.is_example:
            assert "Voorbeeld: verzonnen cijfers" in shown.words


def test_every_slide_has_a_title_a_number_and_notes(made: Made) -> None:
    for _, show in made:
        for place, shown in enumerate(show.slides, start=1):
            assert all(shown.title) and shown.title and shown.notes
            assert [each.title for each in show.slides].count(shown.title) == 1
            fields = [one.find(f"{A}t").text for one in shown.tree.iter(f"{A}fld")]
            assert fields == [str(place)]


def test_a_sheet_in_a_chart_holds_what_the_chart_shows(made: Made) -> None:
    """Who opens the figures of a chart finds them in the order of the chart, and nothing else."""
    for _, show in made:
        for shown in show.slides:
            for chart, sheet in zip(shown.charts, shown.sheets, strict=True):
                found = fastexcel.read_excel(sheet)
                assert found.sheet_names == ["Cijfers"]
                assert {str(one.text).split("!")[0] for one in chart.iter(f"{C}f")} == {"Cijfers"}
                frame = found.load_sheet(0, header_row=None).to_pandas()
                drawn_rows = rows(chart)
                noted = frame.iloc[len(drawn_rows[0][1]) + 1 :]
                frame = frame.iloc[: len(drawn_rows[0][1]) + 1]
                assert frame.shape[1] == len(drawn_rows) + 1
                assert noted.iloc[:2].isna().all(axis=None) and noted.iloc[:, 1:].isna().all(axis=None)
                for place, (name, categories, values) in enumerate(drawn_rows, start=1):
                    column = frame.iloc[:, place].tolist()
                    assert str(column[0]) == name
                    assert [str(one) for one in frame.iloc[1:, 0]] == categories
                    held = [None if one != one or one is None else float(one) for one in column[1:]]
                    assert held == [value if value is None else pytest.approx(value, rel=1e-8) for value in values]


def ends(figure: Figure) -> set[float]:
    """Every number that is published of a figure."""
    found = (figure.value, figure.low, figure.high, figure.bound_low, figure.bound_high)
    return {one for one in found if one is not None}


def allowed(slide: Slide) -> set[float]:
    """What a chart may hold: what is published of the figures on the slide, targets, zero where a year begins."""
    known = {number for one in slide.figures for number in ends(one)} | {0.0}
    for one in targets.ALL:
        known |= {float(one.national), float(one.per_region)}
    by_period = {(one.indicator, one.period): one.value for one in slide.figures}
    for (indicator, period), value in by_period.items():
        rest = by_period.get((indicator, period.replace("-H1", "-Q3")))
        if period.endswith("-H1") and value is not None and rest is not None:
            known.add(value + rest)  # nine months are a half and a quarter
    return known


def test_every_number_in_a_chart_is_one_that_the_edition_publishes(made: Made) -> None:
    for slide, shown in pairs(made):
        if slide.name in ("ips-onderzoek", "ips-regio"):
            continue  # of a study, and what is left when IPS is taken off: below
        for chart in shown.charts:
            numbers = {value for _, _, values in rows(chart) for value in values if value is not None}
            assert numbers and numbers <= allowed(slide), (slide.name, numbers - allowed(slide))


def test_every_figure_of_a_chart_is_in_it_with_its_interval(made: Made) -> None:
    for slide, shown in pairs(made):
        if slide.name in ("ips-onderzoek", "ips-regio"):
            continue
        for chart in shown.charts:
            numbers = {value for _, _, values in rows(chart) for value in values}
            for one in slide.figures:
                if one.indicator.startswith("kans_") or "-Q3" in one.period:
                    continue  # a chance is no part of the lines, a quarter is added to its half
                assert {one.value, one.low, one.high} <= numbers | {None}, (slide.name, one)


def test_years_are_where_they_belong(made: Made) -> None:
    """Not only somewhere: each year of absence and complaints under its own name."""
    checked = 0
    for slide, shown in pairs(made):
        if slide.name not in ("burnout", "met-en-zonder", "verzuim"):
            continue
        lines = rows(shown.charts[0])
        for one in slide.figures:
            if one.value is None:
                continue
            year, _, quarter = one.period.partition("-Q")
            for name, categories, values in lines:
                where = quarter and name.rstrip("*") == year
                place = int(quarter) - 1 if where else categories.index(year) if year in categories else -1
                if place >= 0 and values[place] == one.value:
                    checked += 1
                    break
            else:
                raise AssertionError((slide.name, one))
    assert checked > 50


def test_outcomes_in_a_chart_are_those_of_ips_and_of_what_is_left(made: Made) -> None:
    lines = 0
    for one, show in made:
        for slide, shown in zip(one.slides, show.slides[1 : len(one.slides) + 1], strict=True):
            if slide.name != "ips-regio" or not shown.charts:
                continue
            lens = outcomes.lens_of(View(one.edition, "werk_12u", "", months=outcomes.DEFAULT_MONTHS))
            pairs_ = outcomes.over_months(lens)
            wanted = []
            for side in ("ips", "others"):
                rates = [getattr(pair, side).estimate for pair in pairs_]
                wanted += [
                    [getattr(rate, end) if rate else None for rate in rates] for end in ("value", "low", "high")
                ]
            assert [values for _, _, values in rows(shown.charts[0])] == wanted
            published = {f.months: f.value for f in slide.figures if f.method == outcomes.IPS}
            assert {m: v for m, v in zip((p.months for p in pairs_), wanted[0], strict=True) if v is not None} == {
                months: pytest.approx(value) for months, value in published.items() if value is not None
            }
            lines += len(wanted)
    assert lines


def test_the_study_in_a_chart_is_the_one_that_was_published(made: Made) -> None:
    study = evidence.dutch("werk_12u")
    wanted = [(one.value, one.low, one.high) for one in (study.highest, study.lowest)]
    found = [shown for slide, shown in pairs(made) if slide.name == "ips-onderzoek"]
    assert found
    for shown in found:
        lines = [{value for value in values if value is not None} for _, _, values in rows(shown.charts[0])]
        assert lines == [{number} for three in wanted for number in three]


def freeforms(shown: Shown) -> Iterator[tuple[str, str]]:
    """Name and words of each region on a map."""
    for one in shown.named:
        if one.get("name", "")[:4] in regions.CODES:
            yield one.get("name", ""), one.get("descr", "")


def test_a_map_has_every_region_once_by_name_with_its_figure_and_status(made: Made) -> None:
    maps = 0
    for one, show in made:
        slides = (*one.slides, one.map)
        for slide, shown in zip(slides, show.slides[1 : len(slides) + 1], strict=True):
            if slide.chart is None or slide.plot() is not None:
                continue
            maps += 1
            found = dict(freeforms(shown))
            assert sorted(name[:4] for name in found) == sorted(regions.CODES), slide.name
            scene = slide.chart.scene
            tips = {mark.key: mark.tip for mark in walk(scene.marks) if isinstance(mark, Path) and mark.key}
            assert found == {f"{code} {tip.split(':')[0]}": tip for code, tip in tips.items()}
            here = {f.region: f for f in slide.figures if slide.name.startswith(("kaart", "regio-kaart"))}
            for name, told in found.items():
                figure = here.get(name[:4])
                if figure is not None:
                    assert wording.shown(figure) in told
                    assert str(wording.status(figure)).split(" (")[0] in told
    assert maps > 20


def test_statuses_on_a_map_have_a_pattern_of_their_own(made: Made) -> None:
    """Told apart without colour, by the program's own patterns."""
    patterns: dict[str, set[str]] = {}
    for one, show in made:
        for slide, shown in zip(one.slides, show.slides[1:], strict=False):
            if not slide.name.startswith("kaart"):
                continue
            status = {figure.region: figure.status for figure in slide.figures}
            for shape in shown.tree.iter():
                named = next(
                    iter(shape.iter("{http://schemas.openxmlformats.org/presentationml/2006/main}cNvPr")), None
                )
                if not shape.tag.endswith("}sp") or named is None or named.get("name", "")[:4] not in status:
                    continue
                found = [fill.get("prst", "") for fill in shape.iter(f"{A}pattFill")]
                patterns.setdefault(str(status[named.get("name", "")[:4]]), set()).update(found or [""])
    assert patterns[str(Status.VALUE)] == {""}
    without = [patterns[str(one)] for one in (Status.NOT_DELIVERED, Status.UNKNOWN) if str(one) in patterns]
    assert without and all(len(one) == 1 and one != {""} for one in without)
    assert len({frozenset(one) for one in without}) == len(without)


def test_freeforms_have_no_more_points_than_a_program_can_bear(made: Made) -> None:
    for _, show in made:
        for shown in show.slides:
            for path in shown.tree.iter(f"{A}path"):
                assert sum(1 for _ in path.iter(f"{A}pt")) <= freeform.MOST


def test_a_table_has_a_head_and_every_figure_as_it_is_written(made: Made) -> None:
    for one, tables in with_tables(made):
        told = {cell for shown in tables for table in shown.tables for row in table for cell in row}
        for shown in tables:
            properties = list(shown.tree.iter(f"{A}tblPr"))
            assert properties and all(each.get("firstRow") == "1" for each in properties)
            for table in shown.tables:
                assert len({len(row) for row in table}) == 1 and all(table[0])
        for slide in one.slides:
            if slide.chart is None or slide.name in ("regio-stand", "ips-regio", "borging-werkcentrum"):
                continue
            for fact in slide.chart.scene.facts:
                assert any(fact.value in cell for cell in told), (slide.name, fact)


def test_a_table_of_a_map_has_every_region_with_its_own_figure(made: Made) -> None:
    found = 0
    for one, tables in with_tables(made):
        for slide in one.slides:
            if slide.chart is None or slide.plot() is not None or not slide.chart.scene.facts:
                continue
            title = slide.chart.scene.title
            cells = [
                tuple(row)
                for shown in tables
                if shown.title[0].startswith(f"Cijfers: {title}")
                for table in shown.tables
                for row in table[1:]
            ]
            assert cells == [(fact.label, fact.value) for fact in slide.chart.scene.facts], slide.name
            found += 1
    assert found


def test_every_region_stands_in_the_table_by_name(made: Made) -> None:
    for one, tables in with_tables(made):
        shown = [each for each in tables if each.title[0].startswith("Cijfers: Elke regio op naam")]
        cells = [row for each in shown for table in each.tables for row in table[1:]]
        assert [row[0] for row in cells] == [place.name for place in one.places]
        for row, place in zip(cells, one.places, strict=True):
            assert row[1:] == [value for _, value in place.facts]


def test_what_is_hidden_is_nowhere(made: Made) -> None:
    """A hidden count has no number in any chart, sheet, table, map or word of a deck about its region."""
    hidden = 0
    for one, show in made:
        for slide, shown in zip(one.slides, show.slides[1:], strict=False):
            missing = [f for f in slide.figures if f.value is None and f.region == one.region]
            if not one.region or not missing:
                continue
            hidden += sum(f.status is Status.SUPPRESSED for f in missing)
            for figure in missing:
                assert figure.status is not Status.SUPPRESSED or "afgeschermd" in shown.words, slide.name
            if slide.chart is None:
                assert not shown.charts and not list(freeforms(shown))
    assert hidden >= 3


def test_a_chart_says_which_point_has_no_figure(shared: Shared) -> None:
    """A gap in a line is silent: the status stands under the chart, and in the words for who cannot see it."""
    gap = "IPS, 36 maanden: afgeschermd."
    with store_at(shared("shipped")):
        one = deck.of(editions.find(), "professional", ("ips-regio",))
        plot = one.slides[0].plot()
        assert plot is not None
        first, *others = plot.series
        emptied = replace(plot, series=(replace(first, values=(*first.values[:-1], None)), *others), gaps=(gap,))
        changed = replace(one, slides=(replace(one.slides[0], plot=lambda: emptied),))
        shown = Slideshow(writer.of(changed)).slides[1]
    assert rows(shown.charts[0])[0][2][-1] is None
    assert gap in shown.words
    assert any(gap in each.get("descr", "") for each in shown.named)
