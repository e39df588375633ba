"""Rules: a StatLine download is read right, cell by cell, or refused with a sentence that names the trouble."""

from __future__ import annotations

import csv
import io

import pytest

from sdw.production.importers import cbs
from sdw.production.importers.cbs import moments
from sdw.production.importers.cbs.statline import tidy, units
from sdw.text.errors import UserError
from tests.worlds import cbs as world

SAMPLES = world.SHARED / "statline_samples"


def refusal(text: str | bytes) -> UserError:
    data = text if isinstance(text, bytes) else text.encode("utf-8")
    with pytest.raises(UserError) as caught:
        tidy.read(data, "proef.csv")
    return caught.value


def fact(name: str, *, period: str, topic: str, **labels: str) -> tuple[float | None, str, str]:
    """Value, status and unit of the one cell with these labels."""
    found = [
        (value, status, unit)
        for dimensions, path, when, unit, value, status in world.facts(tidy.read(world.ALL[name], name))
        if when == period and path.split(" / ")[-1] == topic and labels.items() <= dict(dimensions).items()
    ]
    assert len(found) == 1
    return found[0]


def test_topics_across_in_levels_with_years_down() -> None:
    assert fact("stacked", period="1990", topic="Huis") == (1200.0, "waarde", "aantal")
    assert fact("stacked", period="2010", topic="Flat") == (455.0, "voorlopig", "aantal")
    assert fact("stacked", period="2000", topic="Bewoond") == (96.1, "waarde", "% van totaal")
    assert fact("stacked", period="2010", topic="Bewoond") == (None, "onbekend", "% van totaal")


def test_dimensions_across_with_dutch_months_and_a_broken_copyright_sign() -> None:
    assert fact("months", period="2016-M05", topic="Werkenden", Geslacht="Vrouwen", Leeftijd="oud")[0] == 35.0
    table = tidy.read(world.ALL["months"], "proef.csv")
    assert table.title == "Werk per maand"
    assert table.dimensions == ("Geslacht", "Leeftijd")
    assert set(table.cells["period_kind"].to_pylist()) == {"month"}


def test_the_plain_layout_has_padded_figures_points_and_stars() -> None:
    assert fact("plain", period="2020", topic="Keuzes, vastgelegd", Keuze="Ja") == (576.6, "waarde", "x 1 000")
    assert fact("plain", period="2021", topic="Keuzes, vastgelegd", Keuze="Nee") == (1390.7, "voorlopig", "x 1 000")
    assert fact("plain", period="2020", topic="Keuzes, vastgelegd", Keuze="Nee") == (None, "onbekend", "x 1 000")


def test_topics_down_with_a_dimension_across_in_latin_1() -> None:
    assert fact("down", period="2016", topic="Total infections", Sex="Females") == (28.0, "voorlopig", "number")
    assert fact("down", period="1950", topic="All causes", Sex="Males") == (755.0, "waarde", "number")


def test_periods_across_with_quarters_and_years_apart() -> None:
    assert fact("today", period="2024-Q1", topic="Verzuim", Geslacht="Vrouwen") == (5.6, "waarde", "%")
    assert fact("today", period="2024", topic="Verzuim", Geslacht="Mannen") == (5.0, "voorlopig", "%")
    assert fact("today", period="2024-Q2", topic="Gemiddelde duur", Geslacht="Mannen") == (None, "nvt", "dagen")
    assert fact("today", period="2024-Q1", topic="Gemiddelde duur", Geslacht="Vrouwen")[1] == "onbekend"


def test_english_quarters_negative_figures_and_a_blank() -> None:
    assert fact("quarters", period="2019-Q1", topic="Wage change", Sector="Industry") == (-0.5, "waarde", "%")
    assert fact("quarters", period="2019-Q2", topic="Jobs", Sector="Industry") == (None, "nvt", "x 1,000")
    assert fact("quarters", period="2019-Q1", topic="Jobs", Sector="Care") == (None, "onbekend", "x 1,000")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "latin-1"])
def test_a_download_may_be_saved_in_another_encoding(encoding: str) -> None:
    before = world.facts(tidy.read(world.ALL["stacked"], "proef.csv"))
    assert world.facts(tidy.read(world.STACKED.encode(encoding), "proef.csv")) == before


def test_text_that_went_through_the_wrong_code_page_is_put_right() -> None:
    text = world.STACKED.replace("Flat", "Façade").encode("utf-8").decode("cp1252").encode("utf-8")
    topics = {path.split(" / ")[-1] for _, path, *_ in world.facts(tidy.read(text, "proef.csv"))}
    assert topics == {"Huis", "Façade", "Bewoond"}


@pytest.mark.parametrize("encoding", ["utf-7", "cp500", "cp850", "mac_roman"])
def test_an_encoding_that_cannot_be_told_is_refused(encoding: str) -> None:
    assert refusal(world.STACKED.replace("Flat", "Écurie à été").encode(encoding, "replace"))


REFUSED = {
    "no unit row": (world.STACKED.replace(world.lines("Perioden|aantal|aantal|% van totaal"), ""), "cbs.unit"),
    "no leaf row": (world.MONTHS.replace(world.lines("Leeftijd|jong|oud|jong|oud"), ""), "cbs.double"),
    "title gone": (world.STACKED.split("\r\n", 1)[1], "cbs.no_title"),
    "footer gone": (world.STACKED.rsplit("\r\n", 2)[0] + "\r\n", "cbs.no_footer"),
    "footer halfway": (
        world.DOWN.replace("All causes|", "©") + world.DOWN.splitlines()[-1] + "\n",
        "cbs.footer_moved",
    ),
    "one comma": (world.STACKED.replace("95.5", "95,5"), "cbs.decimal_sign"),
    "decimals lost": (world.STACKED.replace("95.5", "955"), "cbs.decimals"),
    "padding lost": (world.PLAIN.replace("  576.6", "576.6"), "cbs.width"),
    "half of it": (world.PLAIN[: world.PLAIN.index('"Nee";"Iedereen";"2021')], "cbs.incomplete"),
    "cut in a figure": (world.PLAIN[:-6], "cbs.cut_off"),
    "cut without quotes": (world.QUARTERS.partition("120")[0] + "12", "cbs.cut_off"),
    "a column twice": (
        world.DOWN.replace('"Males"', '"Males";"Males"').replace('"number";', '"number";"1";'),
        "cbs.double",
    ),
    "a line too short": (world.MONTHS.replace('"12";', ""), "cbs.ragged"),
    "commas between": (world.DOWN.replace('";"', '","'), "cbs.separator"),
    "strange period": (world.DOWN.replace("1950", "1950/'51"), "cbs.period"),
    "strange figure": (world.STACKED.replace('"1350"', '"1 350"'), "cbs.figure"),
    "nil sign": (world.STACKED.replace('"1350"', '"-"'), "cbs.figure"),
    "strange unit": (world.STACKED.replace('"% van totaal"', '"Vrouwen"'), "cbs.unit"),
    "two units of one topic": (world.DOWN.replace('number";"31"', '%";"31"'), "cbs.units_differ"),
    "thousands or decimals": (world.DOWN.replace('"31"', '"1.031"').replace('"755"', '"2.755"'), "cbs.thousands"),
    "shuffled periods": (world.STACKED.replace('"1990"', '"2030"'), "cbs.period_order"),
    "no figures": ('"Titel"\r\n"Bron: CBS"\r\n', "cbs.empty"),
    "nothing": ("", "cbs.empty"),
    "no columns": ('"Titel"\r\n"a"\r\n"1"\r\n"Bron: CBS"\r\n', "cbs.separator"),
    "a blank line inside": (world.DOWN.replace('"1 Infections"', '\n"1 Infections"', 1), "cbs.blank_line"),
    "periods under another name": (world.DOWN.replace("Periods", "Cohort"), "cbs.no_periods"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_not_understood_is_refused_by_name(case: str) -> None:
    text, key = REFUSED[case]
    assert text not in (world.STACKED, world.MONTHS, world.PLAIN, world.DOWN, world.QUARTERS), "the damage is real"
    error = refusal(text)
    assert error.key == key
    assert "proef.csv" in str(error)


def test_a_message_never_repeats_words_from_the_body() -> None:
    error = refusal(world.STACKED.replace('"1350"', '"Jan de Vries"'))
    assert error.key == "cbs.figure"
    assert "Vries" not in str(error) and "geen getal" in str(error)


def test_three_decimals_are_read_when_another_figure_settles_it() -> None:
    settled = world.STACKED.replace('"95.5"', '"0.512"').replace('"96.1"', '"1.034"')
    values = {value for *_, value, _ in world.facts(tidy.read(settled.encode(), "proef.csv"))}
    assert {0.512, 1.034} <= values


@pytest.mark.parametrize(
    ("label", "code", "provisional"),
    [
        ("2022*", "2022", True),
        ("2022**", "2022", True),
        ("2017  jan", "2017-M01", False),
        ("2016 maart", "2016-M03", False),
        ("2016 August*", "2016-M08", True),
        ("2019 1st quarter", "2019-Q1", False),
        ("2019 4e kwartaal", "2019-Q4", False),
        ("2e halfjaar 2020", "2020-H2", False),
    ],
)
def test_periods_in_words(label: str, code: str, provisional: bool) -> None:
    found = moments.from_label(label)
    assert found is not None
    assert (found[0].code, found[1]) == (code, provisional)


@pytest.mark.parametrize(
    "label", ["2016/'17", "2022***", "22", "5e kwartaal 2020", "2012-2016", "Totaal", "202", ""]
)
def test_words_that_are_no_period(label: str) -> None:
    assert moments.from_label(label) is None


def test_units_are_told_from_categories() -> None:
    known = (
        "aantal|x 1 000|x 1000|%|% van de bevolking|mln euro|x mld. euro|euro`s|2015=100|per 1 000 inwoners|number"
    )
    assert all(map(units.is_unit, known.split("|")))
    assert not any(map(units.is_unit, ["Mannen", "15 tot 75 jaar", "Totaal", "10 jaar", "Nederland", "2015", ""]))


@pytest.mark.parametrize("name", world.ALL)
def test_a_download_is_recognised_also_when_it_is_cut(name: str) -> None:
    data = world.ALL[name]
    assert cbs.recognises(data)
    assert name == "plain" or cbs.recognises(data[data.index(b"\n") + 1 :])


@pytest.mark.parametrize(
    "text",
    [
        "regio;periode;methode;doelgroep;beginstand;gestart;beeindigd;eindstand;duurzaam_geplaatst\nAM05;2025-H1;ips;uwv;1;2;3;0;1\n",
        "regio;jaar;maat;waarde\nAM05;2024;inwoners;100\n",
        'een "halve aanhaling\n',
        "",
    ],
)
def test_other_files_are_left_to_the_other_readers(text: str) -> None:
    assert not cbs.recognises(text.encode())


# --- the four real downloads, which are not ours to ship ---

#: Per real file: its encoding, the lines of its header, the number of label columns and of figures.
REAL = {
    "statline_37296ned_multiheader_2017.csv": ("latin-1", range(1, 5), 1, 35),
    "statline_80590ned_multiheader_mojibake_2017.csv": ("utf-8", range(1, 6), 1, 300),
    "statline_donorregister_padded_dot_star_2022.csv": ("utf-8-sig", range(1), 3, 63),
    "statline_longformat_latin1_2017.csv": ("latin-1", range(1, 2), 5, 171),
}


@pytest.mark.parametrize("name", REAL)
def test_the_real_downloads_are_read_cell_by_cell(name: str) -> None:
    if not (SAMPLES / name).is_file():
        pytest.skip("the real downloads are not here")
    encoding, header, labels, count = REAL[name]
    text = (SAMPLES / name).read_bytes().decode(encoding)
    raw = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    body = [row for row in raw[header.stop :] if len(row) > 1]
    table = cbs.read(SAMPLES / name)
    expected = [
        (set(map(_squeezed, [*row[:labels], *(raw[line][column] for line in header)])), row[column].strip())
        for row in body
        for column in range(labels, len(row))
    ]
    found = world.facts(table)
    assert len(found) == len(expected) == count
    for (words, figure), (dimensions, topic, period, unit, value, status) in zip(expected, found, strict=True):
        assert value == (None if figure == "." else float(figure))
        assert status == (
            "onbekend" if figure == "." else "voorlopig" if any("*" in word for word in words) else "waarde"
        )
        assert {label for _, label in dimensions} <= words
        assert set(topic.split(" / ")) <= words or f"{topic} ({unit})" in words
        assert unit in words or f"{topic} ({unit})" in words
        assert period in {found[0].code for found in map(moments.from_label, words) if found}


def _squeezed(label: str) -> str:
    return " ".join(label.split())
