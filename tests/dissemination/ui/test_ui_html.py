"""HTML by hand: every value is escaped, tables have headings, charts are pure and show each status in words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdw.dissemination.blocks import model
from sdw.dissemination.blocks.figures import Tile
from sdw.dissemination.blocks.table import Cell, Table
from sdw.dissemination.charts.core import palette
from sdw.dissemination.charts.core.ordering import ORDERS, Order, ordered
from sdw.dissemination.charts.targets import bullet, bullet_table
from sdw.dissemination.ui.elements import html, screen
from sdw.edition.figures import Figure
from sdw.reference.areas import regions
from sdw.reference.status import Status
from tests import ROOT
from tests.worlds.figures import everywhere, figure

SERVER = ROOT / "sdw" / "dissemination" / "ui" / "server"


class Reader(HTMLParser):
    """Collects tags and text."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, _: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=40))
def test_whatever_a_value_holds_it_stays_text(value: str) -> None:
    made = [
        html.note(value),
        html.table(Table(value, [value, value], [[value, Cell(value, "s")]])),
        html.tiles([Tile(value, value, value, value, value, value)]),
        html.items([value]),
        html.ledger([(value, value)] * 4, value),
        screen.element(model.Findings((model.Finding(value, value, "", figure=value),))),
    ]
    plain = [
        html.note("x"),
        html.table(Table("x", ["x", "x"], [["x", Cell("x", "s")]])),
        html.tiles([Tile("x", "x", "x", "x", "x", "x")]),
        html.items(["x"]),
        html.ledger([("x", "x")] * 4, "x" if value else ""),
        screen.element(model.Findings((model.Finding("x", "x", "", figure="x"),))),
    ]
    if value:
        assert [Reader(one).tags for one in made] == [Reader(one).tags for one in plain]


def test_a_table_names_its_rows_and_columns() -> None:
    made = html.table(
        Table("Wat het is", ["Regio", "gestart"], [["Twente", Cell("97")]], numbers=frozenset({1}), marked=0)
    )
    assert "<caption>Wat het is</caption>" in made
    assert made.count("<thead><tr><th") == 1
    assert "><th>Twente<td>97" in made
    assert 'aria-current="true"' in made
    assert 'class="sdw-table num"' in made


class TestBulletRows:
    def test_each_missing_figure_has_no_bar_but_its_pattern_and_its_word(self) -> None:
        started = everywhere(AM01=Status.SUPPRESSED, AM02=Status.NOT_DELIVERED, AM03=Status.UNKNOWN)
        durable = everywhere("duurzaam_geplaatst", 10, AM02=Status.NOT_DELIVERED, AM05=Status.NOT_APPLICABLE)
        drawn = bullet_table.html(bullet.targets_of_regions(started, durable))
        rows = dict(re.findall(r"<tr><th>([^<]+)(.*?)(?=<tr>|</table>)", drawn))
        assert rows["Groningen"] == "<td style=--b:10><b></b><td class=s>afgeschermd<td>10"
        assert rows["Friesland"] == "<td><td class=d colspan=2>niet aangeleverd"
        assert rows["Drenthe"] == "<td style=--b:18><b></b><td class=o>onbekend<td>18"
        assert rows["Twente"] == "<td style=--a:72><i></i><td>72<td class=x>n.v.t."

    def test_bars_are_as_long_as_counted_on_one_axis_from_zero_with_the_target_on_it(self) -> None:
        started = tuple(figure(float(10 * i), region=code) for i, code in enumerate(regions.CODES))
        durable = tuple(figure(100.0, region=code) for code in regions.CODES)
        drawn = bullet_table.html(bullet.targets_of_regions(started, durable))
        lengths = re.findall(r"<td style=--a:(\d+);--b:(\d+)><i></i><b></b><td>", drawn)
        assert sorted(lengths, key=lambda pair: int(pair[0])) == [(str(10 * i), "100") for i in range(35)]
        [(longest, target)] = re.findall(r"style=--max:([0-9.]+);--at:(\d+);--half:18>", drawn)
        assert (float(longest), target) == (pytest.approx(340 * 1.04), "100")
        assert re.findall(r"<i style=--to:(\d+)>(\d+)</i>", drawn) == 2 * [
            ("0", "0"),
            ("200", "200"),
            ("300", "300"),
        ]

    @pytest.mark.rule("half_year")
    def test_a_part_of_a_year_has_no_target_and_says_why(self) -> None:
        half = tuple(figure(50.0, region=code, period="2025-H1") for code in regions.CODES)
        drawn = bullet_table.html(bullet.targets_of_regions(half, half))
        assert "--at" not in drawn and "doel: 100" not in drawn
        assert "heel jaar" in drawn

    def test_the_chosen_region_is_marked_and_the_order_is_said(self) -> None:
        rows = everywhere()
        drawn = bullet_table.html(bullet.targets_of_regions(rows, rows, order="noord_zuid", selected="AM05"))
        assert re.findall(r'aria-current="true"><th>([^<]+)', drawn) == ["Twente"]
        assert "van noord naar zuid" in drawn
        assert re.findall("<th>([^<]+)<td", drawn)[2] == "Groningen"

    @pytest.mark.rule("no_ranking")
    @pytest.mark.parametrize(("order", "first"), [("alfabet", "Achterhoek"), ("noord_zuid", "Groningen")])
    def test_regions_stand_by_name_or_from_north_to_south_whatever_their_counts(
        self, order: Order, first: str
    ) -> None:
        def names(counts: Iterable[float]) -> list[str]:
            rows = tuple(figure(count, region=code) for code, count in zip(regions.CODES, counts, strict=True))
            drawn = bullet_table.html(bullet.targets_of_regions(rows, rows, order=order))
            return re.findall("<th>([^<]+)<td", drawn)[2:]  # before them the head, and again for a second column

        rising, falling = names(range(10, 45)), names(range(44, 9, -1))
        assert rising == falling
        assert rising[0] == first
        assert order != "alfabet" or rising == sorted(rising)

    def test_without_a_value_there_is_nothing_to_draw(self) -> None:
        nothing = tuple(figure(None, region=code) for code in regions.CODES)
        assert bullet.targets_of_regions(nothing, nothing) is None
        assert bullet.targets_of_years(*[nothing] * 4) is bullet.targets_of_years(*[()] * 4) is None
        assert bullet_table.html(None) == ""

    def test_years_stand_in_order_with_what_runs_beside_them(self) -> None:
        def line(*values: float) -> list[Figure]:
            return [figure(value, period=f"202{i}") for i, value in enumerate(values)]

        drawn = bullet_table.html(bullet.targets_of_years(line(60, 120), line(20, 30), line(90, 170), line(50, 80)))
        assert re.findall(r"<tr><th>(\d+)<td style=([^>]+)><i></i><b></b>((?:<td>\d+)+)", drawn) == [
            ("2020", "--a:60;--b:20", "<td>60<td>20<td>90<td>50"),
            ("2021", "--a:120;--b:30", "<td>120<td>30<td>170<td>80"),
        ]
        assert ";--at:100>" in drawn


def test_examples_are_called_examples_in_every_subtitle() -> None:
    rows = tuple(figure(100.0, region=code, origin="voorbeeld") for code in regions.CODES)
    years = [figure(100.0, period=period, origin="voorbeeld") for period in ("2023", "2024")]
    for drawn in (bullet.targets_of_years(*[years] * 4), bullet.targets_of_regions(rows, rows)):
        assert "voorbeeld" in bullet_table.html(drawn)


def test_rows_stand_by_name_or_from_north_to_south_never_by_result() -> None:
    for order in ORDERS:
        assert sorted(ordered(regions.CODES, order)) == list(regions.CODES)
    north = ordered(regions.CODES, "noord_zuid")
    assert north.index("AM01") < north.index("AM05") < north.index("AM30")


def test_the_theme_is_the_palette() -> None:
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    for name, colours in (("light", palette.LIGHT), ("dark", palette.DARK)):
        assert theme[name]["backgroundColor"] == colours.ground
        assert theme[name]["textColor"] == colours.text
        assert theme[name]["primaryColor"] == colours.primary
    style = (SERVER / "style.css").read_text(encoding="utf-8")
    assert f"--text: light-dark({palette.LIGHT.text}, {palette.DARK.text})" in style


def test_nothing_in_the_style_or_shell_comes_from_elsewhere() -> None:
    for name in ("style.css", "shell.js"):
        assert not re.search(r"https?:|@import|url\(", (SERVER / name).read_text(encoding="utf-8"))


def test_contents_name_each_heading_once_and_lead_to_it() -> None:
    parts = ((model.Heading("Een & ander"), model.Heading("Klein", 3)), (model.Heading("Twee"),))
    made = screen.page(model.Page("", parts, contents=True))
    links = re.findall(r'<a href="#([^"]+)">([^<]+)', made)
    assert [name for _, name in links] == ["Een &amp; ander", "Twee"]
    assert re.findall(r"<h2 id=([^>]+)>([^<]+)", made) == links
    assert len({place for place, _ in links}) == 2


def test_a_sum_that_does_not_add_up_is_not_said_to_be_equal() -> None:
    parts = [("100", "begin"), ("50", "gestart"), ("20", "beëindigd"), ("131", "einde")]
    assert "=</b>" in html.ledger(parts, "")
    assert "≠</b>" in html.ledger(parts, "verschil: 1")
    assert "=</b>" not in html.ledger(parts, "verschil: 1")
