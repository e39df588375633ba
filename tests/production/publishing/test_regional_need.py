"""Golden: who could be meant, per region, worked out again from the 342 gemeenten without the product's code."""

from __future__ import annotations

import csv
import io
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from sdw import __main__ as command_line
from sdw.dissemination.blocks.model import walk
from sdw.dissemination.blocks.table import Table
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.exports import edition as whole
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.pages.progress import municipalities
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.indicators import need_catalogue
from sdw.production.publishing.context.rows import context_percentages
from sdw.production.publishing.publication_inputs import Context, Inputs
from sdw.reference import plan, tables
from sdw.reference.areas import regions
from sdw.reference.status import Status
from tests import ROOT
from tests.worlds.edition import store_at
from tests.worlds.figures import said
from tests.worlds.shared import Shared

KINDS = {"ao": "arbeidsongeschiktheid", "bijstand": "bijstand", "ww": "ww"}
YOUNG = {"jongeren_psychisch_beperkt": "psychisch_beperkt", "jongeren_sterk_eenzaam": "sterk_eenzaam"}
PUBLISHED_YOUNG = {"jongeren_psychisch_beperkt": "18.2", "jongeren_sterk_eenzaam": "22.5"}


@pytest.fixture(scope="module")
def shipped(shared: Shared) -> Edition:
    return shared.edition("shipped")


def gemeenten(name: str) -> list[dict[str, str]]:
    text = (ROOT / "data" / "regional" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def sums() -> dict[str, dict[str, int]]:
    """Per region and for the nation: the sum of each column over its gemeenten."""
    found: dict[str, dict[str, int]] = {}
    for row in gemeenten("benefits_municipalities_2024.csv"):
        for place in (row["regio"], "NL"):
            into = found.setdefault(place, {})
            for name, cell in row.items():
                if name not in ("gemeente", "regio", "jaar"):
                    into[name] = into.get(name, 0) + int(cell)
    return found


def means(column: str) -> dict[str, tuple[Decimal, Decimal]]:
    """Per place the weighted mean of its gemeenten, and the part of the weight (%) that has a figure."""
    parts: dict[str, list[tuple[Decimal, Decimal | None]]] = {}
    for row in gemeenten("young_adults_municipalities_2024.csv"):
        for place in (row["regio"], "NL"):
            figure = Decimal(row[column]) if row[column] else None
            parts.setdefault(place, []).append((Decimal(row["gewicht"]), figure))
    found = {}
    for place, every in parts.items():
        known = [(weight, figure) for weight, figure in every if figure is not None]
        have = sum((weight for weight, _ in known), Decimal())
        total = sum((weight * figure for weight, figure in known), Decimal())
        found[place] = (total / have, 100 * have / sum((weight for weight, _ in every), Decimal()))
    return found


def whole_percent(value: Decimal | str) -> float:
    return float(Decimal(value).quantize(Decimal(1), ROUND_HALF_UP))


@pytest.fixture(scope="module")
def downloads(shipped: Edition) -> dict[str, bytes]:
    """Every file of the whole edition by name."""
    return dict(whole.files(shipped))


def told(downloads: dict[str, bytes], indicator: str) -> dict[str, dict[str, str]]:
    """What the download for analysis says of 2024, per region."""
    ending = f"-{indicator.replace('_', '-')}-voorbeeld-analyse.csv"
    content = [
        data for name, data in downloads.items() if name.endswith((ending, ending.replace("-voorbeeld", "")))
    ]
    assert len(content) == 1, indicator
    lines = csv.DictReader(io.StringIO(content[0].decode("utf-8-sig")))
    return {line["region"]: line for line in lines if line["period"] == "2024"}


def test_the_gemeenten_add_up_to_what_the_source_says() -> None:
    found = sums()
    assert len(gemeenten("benefits_municipalities_2024.csv")) == 342
    assert len(found) == 36
    nation = found["NL"]
    assert nation["inwoners"] == 17_942_942
    assert (nation["bijstand"], nation["arbeidsongeschiktheid"], nation["ww"]) == (405_770, 785_530, 158_520)


@pytest.mark.parametrize(("name", "column"), KINDS.items())
def test_every_region_and_the_nation_are_the_sum_of_their_gemeenten(
    shipped: Edition, name: str, column: str
) -> None:
    expected = sums()
    counts = {one.region: one for one in figures.select(shipped, f"mensen_{name}", period="2024")}
    rates = {one.region: one for one in figures.select(shipped, f"{name}_per_1000_15_64", period="2024")}
    assert set(counts) == set(rates) == set(expected)
    for place, parts in expected.items():
        assert counts[place].value == parts[column]
        assert rates[place].value == pytest.approx(1000 * parts[column] / parts["inwoners_15_64"], rel=1e-12)
        assert (rates[place].numerator, rates[place].denominator) == (parts[column], parts["inwoners_15_64"])
        assert counts[place].origin == rates[place].origin == "openbaar"
    assert rates["NL"].coverage == "35/35"


@pytest.mark.parametrize(
    ("name", "place", "rate"),
    [("ao", "AM18", 49.4), ("ao", "AM30", 110.4), ("ao", "NL", 68.0), ("bijstand", "NL", 35.1), ("ww", "NL", 13.7)],
)
def test_values_that_the_source_gives(shipped: Edition, name: str, place: str, rate: float) -> None:
    (found,) = figures.select(shipped, f"{name}_per_1000_15_64", period="2024", region=place)
    assert found.value is not None and round(found.value, 1) == rate


@pytest.mark.parametrize(("indicator", "column"), YOUNG.items())
def test_young_adults_are_the_weighted_mean_in_whole_percents(
    shipped: Edition, indicator: str, column: str
) -> None:
    expected = means(column)
    found = {one.region: one for one in figures.select(shipped, indicator)}
    assert set(found) == set(expected) and len(found) == 36
    for place, (mean, covered) in expected.items():
        assert covered >= 80
        if place != "NL":
            assert found[place].value == whole_percent(mean)
        assert (found[place].low, found[place].high) == (None, None)
        assert "geen steekproef" in found[place].source
    assert found["NL"].value == whole_percent(PUBLISHED_YOUNG[indicator])


@pytest.mark.parametrize("indicator", [one.id for one in need_catalogue.NEED])
def test_download_and_command_say_the_same(shipped: Edition, downloads: dict[str, bytes], indicator: str) -> None:
    lines = told(downloads, indicator)
    shown = figures.select(shipped, indicator, period="2024")
    assert shown
    for figure in shown:
        assert float(lines[figure.region]["value"]) == figure.value
        assert lines[figure.region]["source"] == figure.source


def seen(rate: float) -> str:
    """A number as a page writes it, with one decimal."""
    return f"{rate:.1f}".replace(".", ",")


def thousands(count: float) -> str:
    return f"{int(count):,}".replace(",", ".")


def expected_row(place: str) -> list[str]:
    """What a page must show of a place: people and rate of each benefit, and the two percentages."""
    parts = sums()[place]
    row = []
    for column in KINDS.values():
        rate = Decimal(1000 * parts[column]) / Decimal(parts["inwoners_15_64"])
        row += [thousands(parts[column]), seen(float(rate.quantize(Decimal("0.1"), ROUND_HALF_UP)))]
    for indicator, column in YOUNG.items():
        percent = PUBLISHED_YOUNG[indicator] if place == "NL" else means(column)[place][0]
        row.append(f"{whole_percent(percent):.0f}%")
    return row


@pytest.mark.parametrize("region", regions.CODES)
def test_regio_shows_what_the_gemeenten_give(shipped: Edition, region: str) -> None:
    (shown,) = [one for one in walk(municipalities.within(shipped, region)) if isinstance(one, Table)]
    rows = [[cell if isinstance(cell, str) else cell.text for cell in row] for row in shown.rows]
    assert [row[1:] for row in rows[-2:]] == [expected_row(region), expected_row("NL")]
    young = {row["gemeente"]: row for row in gemeenten("young_adults_municipalities_2024.csv")}
    names = {row["code"]: row["name"] for row in tables.rows("reference/municipalities.csv")}
    expected = []
    for row in gemeenten("benefits_municipalities_2024.csv"):
        if row["regio"] == region:
            cells = [names[row["gemeente"]]]
            for column in KINDS.values():
                rate = Decimal(1000 * int(row[column])) / Decimal(row["inwoners_15_64"])
                shown_rate = seen(float(rate.quantize(Decimal("0.1"), ROUND_HALF_UP)))
                cells += [thousands(int(row[column])), "0,0" if shown_rate == "0,0" else shown_rate]
            for column in YOUNG.values():
                figure = young[row["gemeente"]][column]
                cells.append(f"{whole_percent(figure):.0f}%" if figure else "onbekend")
            expected.append(cells)
    assert sorted(rows[:-2]) == sorted(expected)
    assert len(rows) - 2 == len([row for row in young.values() if row["regio"] == region])


@pytest.mark.parametrize("name", KINDS)
def test_regiokaart_shows_what_the_gemeenten_give(shipped: Edition, name: str) -> None:
    view = View(shipped, f"{name}_per_1000_15_64", "2024")
    drawn = registry.ALL["kaart"].scene(view)
    assert drawn is not None
    place = ("ao", "bijstand", "ww").index(name) * 2 + 1
    expected = {one.name: expected_row(one.code)[place] for one in regions.ALL}
    assert {fact.label: fact.value for fact in drawn.facts} == expected


@pytest.mark.parametrize(("indicator", "column"), YOUNG.items())
def test_regiokaart_shows_the_weighted_percentages(shipped: Edition, indicator: str, column: str) -> None:
    drawn = registry.ALL["kaart"].scene(View(shipped, indicator, "2024"))
    assert drawn is not None
    expected = {one.name: f"{whole_percent(means(column)[one.code][0]):.0f}%" for one in regions.ALL}
    assert {fact.label: fact.value for fact in drawn.facts} == expected


@pytest.mark.parametrize("name", KINDS)
def test_the_command_prints_what_the_gemeenten_give(
    shared: Shared, shipped: Edition, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with store_at(shipped.path.parent.parent):
        asked = ["figures", "--indicator", f"{name}_per_1000_15_64", "--period", "2024"]
        assert command_line.main(asked) == 0
    lines = {line["region"]: line for line in csv.DictReader(io.StringIO(capsys.readouterr().out))}
    assert len(lines) == 36
    for place, parts in sums().items():
        rate = 1000 * parts[KINDS[name]] / parts["inwoners_15_64"]
        assert float(lines[place]["value"]) == pytest.approx(rate, rel=1e-12)


def test_under_eighty_percent_there_is_no_figure() -> None:
    def values(covered: float) -> dict[tuple[str, str, str], tuple[float | None, Status]]:
        return {
            ("AM05", "2024", "sterk_eenzaam"): (23.0, Status.VALUE),
            ("AM05", "2024", "sterk_eenzaam_dekking"): (covered, Status.VALUE),
        }

    def figure(covered: float) -> tuple[float | None, Status]:
        inputs = Inputs(
            {}, (), Context(values(covered)), plan.current(), "openbaar", {"jongvolwassenen": said("bron")}
        )
        formula = need_catalogue.YOUNG_LONELY.formula
        assert isinstance(formula, need_catalogue.ContextPercentage)
        rows = context_percentages(need_catalogue.YOUNG_LONELY, formula, inputs)
        (row,) = [row for row in rows if row.region == "AM05"]
        return row.value, row.status

    assert figure(80.0) == (23.0, Status.VALUE)
    assert figure(79.0) == (None, Status.UNKNOWN)


@pytest.mark.parametrize(
    ("year", "nearest"), [("2020", "2021"), ("2022", "2021"), ("2023", "2024"), ("2024", "2024"), ("2030", "2024")]
)
def test_benefits_are_of_the_same_year_or_the_nearest(year: str, nearest: str) -> None:
    known = {("AM05", of, "bijstand"): (1.0, Status.VALUE) for of in ("2021", "2024")}
    assert Context({**known}).nearest_year(year, "bijstand") == nearest


def test_of_two_years_as_near_the_later_one_counts() -> None:
    known = {("AM05", of, "bijstand"): (1.0, Status.VALUE) for of in ("2021", "2023")}
    assert Context({**known}).nearest_year("2022", "bijstand") == "2023"


def test_the_source_says_of_which_year_the_benefits_are(shipped: Edition) -> None:
    said = {one.period: one.source for one in figures.select(shipped, "per_1000_uitkeringen", region="NL")}
    assert said["2022"].endswith("CBS 85039NED, 2021")
    assert said["2025"].endswith("CBS 85984NED, 2024")
    (one,) = figures.select(shipped, "per_1000_uitkeringen", region="AM05", period="2025")
    parts = sums()["AM05"]
    assert one.denominator == parts["bijstand"] + parts["arbeidsongeschiktheid"]


def test_the_regions_files_are_made_from_those_of_the_gemeenten(tmp_path: Path) -> None:
    from data.regional import generate

    for folder in ("reference", "regional"):
        (tmp_path / folder).mkdir()
    generate.main(tmp_path)
    whole_percents = "regional/young_adults_whole_municipalities_2024.csv"
    for name in ("reference/context.csv", "regional/young_adults_2024.csv", whole_percents):
        assert (tmp_path / name).read_bytes() == (ROOT / "data" / name).read_bytes()
