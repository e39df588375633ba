"""One truth: what a page shows, what `figures` prints and what a download holds is the same published value."""

from __future__ import annotations

import contextlib
import csv
import io
import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import openpyxl
import pytest

from sdw.__main__ import main
from sdw.dissemination.exports.forms import FORMS
from sdw.edition import editions, figures
from sdw.indicators import catalogue
from sdw.indicators.model import Indicator, Unit
from sdw.production.steward import import_file, start
from sdw.reference import periods
from sdw.reference.areas import regions
from sdw.reference.status import Status
from sdw.text.dutch import say
from tests.worlds import benefits, reading
from tests.worlds import edition as world
from tests.worlds.pages import opened, words
from tests.worlds.shared import Shared

SEED = 20261122
#: Views per indicator on the map page; the newest period is always among them.
SAMPLE = 5

Line = dict[str, str]


def build(folder: Path) -> None:
    """Every status of regions, with the absence, the outcomes and the pledges that ship."""
    with world.store_at(folder):
        for file, origin in start.SHIPPED:
            if file.startswith("cbs/") or "uitkomsten" in file or "toezeggingen" in file:
                assert import_file.import_file(start.DATA / file, origin=origin).ok
        for number, table in (("80794ned", benefits.regional()), ("85554NED", benefits.unemployment())):
            assert import_file.import_file(benefits.write(folder / number, table)).ok
    world.build(folder)


@pytest.fixture(scope="module", autouse=True)
def _store(shared: Shared) -> Iterator[Path]:
    folder = shared.made("agreement", build)
    with world.store_at(folder):
        yield folder
    printed.cache_clear()


@cache
def printed(indicator: str) -> tuple[Line, ...]:
    """Every line that `python -m sdw figures --indicator …` prints."""
    return tuple(csv.DictReader(io.StringIO(_printed(indicator))))


def _printed(indicator: str) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        assert main(["figures", "--indicator", indicator, "--format", "csv"]) == 0
    return out.getvalue()


def of(indicator: str, period: str, method: str = "totaal", client_group: str = "totaal") -> dict[str, Line]:
    """The printed lines of one view, by region code."""
    wanted = (period, method, client_group)
    return {
        line["region"]: line
        for line in printed(indicator)
        if (line["period"], line["method"], line["client_group"]) == wanted
    }


def shown(line: Line) -> str:
    """What a cell must show for a printed line."""
    if not line["value"]:
        word = say(f"status.{line['status']}")
        example = line["origin"] == "voorbeeld" and line["status"] == "niet_aangeleverd"
        return say("words.missing_example", status=word) if example else word
    indicator = catalogue.by_id(line["indicator"])
    percent = "%" if indicator.unit is Unit.PERCENT else ""
    star = "*" if line["status"] == "voorlopig" else ""
    return reading.dutch(line["value"], indicator.decimals) + percent + star


def national(line: Line) -> tuple[str, ...]:
    """A national cell: as printed, and with its own coverage where its column has figures over other regions."""
    have, of_all = line["coverage"].split("/")
    plain = shown(line)
    return (plain, f"{plain} ({have} van {of_all})") if line["value"] and have != of_all else (plain,)


def _tables(words: str) -> list[reading.Read]:
    """The tables of counts; what was pledged and what is expected has tests of its own."""
    return [one for one in reading.tables(words) if not one.caption.startswith("Drie stemmen")]


def name(region: str) -> str:
    return "Nederland" if region == "NL" else regions.name_of(region)


def views(indicator: str) -> list[tuple[str, str, str]]:
    """A sample of (period, method, client group) that is published for regions with at least one value."""
    known = sorted(
        {
            (line["period"], line["method"], line["client_group"])
            for line in printed(indicator)
            if line["region"] != "NL" and line["value"]
        },
        reverse=True,
    )
    return [known[0], *random.Random(f"{SEED}{indicator}").sample(known[1:], min(SAMPLE - 1, len(known) - 1))]


PUBLISHED = [indicator for indicator in catalogue.ALL if indicator.on_map]


@pytest.mark.parametrize("indicator", PUBLISHED, ids=lambda indicator: indicator.id)
def test_the_map_page_shows_every_region_as_printed(indicator: Indicator) -> None:
    for period, method, client_group in views(indicator.id):
        lines = of(indicator.id, period, method, client_group)
        chosen = {"indicator": indicator.id, "periode": period, "methode": method, "doelgroep": client_group}
        visit = opened("regiokaart", **chosen)
        assert 'class="sdw-note"' not in words(visit), chosen
        beside, *others = reading.tables(words(visit))
        regional = next(table for table in others if regions.name_of("AM01") in table.by_name())
        rows, drawn = regional.by_name(), reading.map_rows(visit)
        assert set(rows) == {name(code) for code in regions.CODES}
        for code in regions.CODES:
            line, (cell, *parts) = lines[code], rows[name(code)]
            assert cell == shown(line), (chosen, code)
            status, brief, _ = drawn[code]
            assert status == line["status"]
            assert brief == (cell if line["value"] else "")
            if indicator.is_ratio:
                counts = [reading.dutch(line[one], 0) for one in ("numerator", "denominator") if line[one]]
                ends = [reading.dutch(line[one], indicator.decimals) for one in ("low", "high") if line[one]]
                assert parts[0] == " / ".join(counts), (chosen, code)
                assert not ends or " – ".join(ends) in parts[1], (chosen, code)
        if (method, client_group) == ("totaal", "totaal"):
            (cell,) = beside.by_name()[indicator.label]
            assert cell in national(lines["NL"])


@pytest.mark.parametrize("period", ["2025", "2023", "2026-H1", "2024-H2"])
def test_the_targets_page_shows_every_region_as_printed(period: str) -> None:
    visit = opened("doelen", periode=period)
    started, durable = of("gestart", period), of("duurzaam_geplaatst", period)
    rows, ledgers = (table.by_name() for table in _tables(words(visit))[:2])
    paces = [
        of(f"verwacht_{one}", "2026") if period == "2026-H1" else {} for one in ("gestart", "duurzaam_geplaatst")
    ]
    chances = [
        of(f"kans_{one}", "2026") if period == "2026-H1" else {} for one in ("gestart", "duurzaam_geplaatst")
    ]
    for code in regions.CODES:
        cells = [shown(started[code]), shown(durable[code])]
        for expected, chance in zip(paces, chances, strict=True):
            if expected:
                value, percent = (
                    reading.dutch(one[code]["value"], 0) if one[code]["value"] else "" for one in (expected, chance)
                )
                cells.append(f"{value} ({percent}%)" if value else shown(expected[code]))
        if len(cells) == 4:
            cells = [cells[0], cells[2], cells[1], cells[3]]
        assert rows[name(code)] == ["", *cells]
        ledger = [shown(of(part, period)[code]) for part in ("beginstand", "gestart", "beeindigd", "eindstand")]
        assert ledgers[name(code)][:4] == ledger
    for line in (started["NL"], durable["NL"]):
        assert f"<strong>{shown(line)}</strong>" in words(visit)
    bars = dict(re.findall(r"<th>([^<]+)<td([^>]*)>(?:<[ibsu]></[ibsu]>)*<td", words(visit)))
    for code in regions.CODES:
        for bar, line in (("a", started[code]), ("b", durable[code])):
            drawn = re.findall(rf"--{bar}:([0-9.]+)", bars[name(code)])
            assert [float(length) for length in drawn] == ([float(line["value"])] if line["value"] else [])


@pytest.mark.parametrize("period", ["2025", "2026-H1"])
@pytest.mark.parametrize("region", ["AM05", world.LATE, world.ABSENT_2023[0], world.UNKNOWN_DURABLE, "AM10"])
def test_the_region_page_shows_every_figure_as_printed(region: str, period: str) -> None:
    visit = opened("regio", regio=region, periode=period)
    years, *others, similar = _tables(words(visit))
    rows = {label: cells for table in others for label, cells in table.by_name().items()}
    assert set(PUBLISHED) == {
        one for one in catalogue.ALL if one.on_map and any(line["region"] == region for line in printed(one.id))
    }
    for indicator in PUBLISHED:
        lines, label = of(indicator.id, period), indicator.label
        if not lines:
            known = {line["period"] for line in printed(indicator.id) if line["value"]}
            newest = max({code for code in known if "-" not in code} or known)
            lines = of(indicator.id, newest)
            label = next(row for row in rows if row in (label, f"{label} ({periods.parse(newest).label})"))
        assert rows[label][0] == shown(lines[region])
        assert rows[label][1] in national(lines["NL"])
    columns = ("gestart", "duurzaam_geplaatst", "uitgevoerd", "eindstand")
    for year, cells in years.by_name().items():
        assert cells == ["", *(shown(of(one, year)[region]) for one in columns)]
    assert similar.by_name()[name(region)][0] == shown(of("gestart", period)[region])


@pytest.mark.parametrize("indicator", catalogue.ALL, ids=lambda indicator: indicator.id)
def test_every_download_agrees_with_what_is_printed_to_the_digit(indicator: Indicator) -> None:
    edition = editions.find()
    table = figures.select(edition, indicator.id)
    dutch, workbook, analysis = (form.make(edition, table, "") for form in FORMS)
    assert analysis.decode() == _printed(indicator.id)
    lines = printed(indicator.id)
    semicolon = list(csv.DictReader(io.StringIO(dutch.decode("utf-8-sig")), delimiter=";"))
    header, *sheet = openpyxl.load_workbook(io.BytesIO(workbook), read_only=True)["Cijfers"].iter_rows(
        values_only=True
    )
    value, status = header.index("Waarde"), header.index("Status")
    assert len(semicolon) == len(sheet) == len(lines) > 0
    for line, excel_nl, row in zip(lines, semicolon, sheet, strict=True):
        assert excel_nl["Waarde"].replace(",", ".") == line["value"]
        assert excel_nl["Status"] == row[status] == say(f"status.{line['status']}")
        if line["value"]:
            assert row[value] == pytest.approx(float(line["value"]), rel=1e-15)
        else:
            assert row[value] is None


def test_the_world_holds_every_status_that_an_edition_can_show() -> None:
    found = {line["status"] for indicator in catalogue.ALL for line in printed(indicator.id)}
    assert {Status.VALUE, Status.PROVISIONAL, Status.SUPPRESSED, Status.NOT_DELIVERED, Status.UNKNOWN} <= found
