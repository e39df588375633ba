"""Light pages: one figure or one region as plain HTML, small, whole by itself, and kept while it stays true."""

from __future__ import annotations

import base64
import csv
import datetime as dt
import gzip
import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import openpyxl
import pytest

from sdw.dissemination.blocks import taking
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.exports import qr
from sdw.dissemination.figures import tabled
from sdw.dissemination.figures.record import validity
from sdw.dissemination.figures.sentences import wording
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.server import answers, shelf, shell
from sdw.dissemination.ui.view import taken
from sdw.dissemination.ui.view.choices import choose
from sdw.dissemination.ui.view.light import share
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.indicators.model import NATION
from sdw.reference import delivery
from sdw.reference.areas import regions
from sdw.reference.status import Status
from sdw.text.dutch import say
from tests.worlds import light
from tests.worlds.drawings import views
from tests.worlds.edition import store_at
from tests.worlds.light import Read, opened
from tests.worlds.rooms import got
from tests.worlds.shared import Shared

URL = "https://monitor.voorbeeld.nl"


@pytest.fixture(scope="module")
def edition(shared: Shared) -> Iterator[Edition]:
    with store_at(shared("shipped")):
        yield shared.edition("shipped")


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Pages are kept; each test here has an environment of its own."""
    for name in ("SDW_URL", "SDW_FRAME_ANCESTORS"):
        monkeypatch.delenv(name, raising=False)
    kept = (taken.page, taken.region, taken.drawing, taken.table)
    for one in kept:
        one.cache_clear()
    yield
    for one in kept:
        one.cache_clear()


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """The monitor knows its own address, and another site may show it."""
    monkeypatch.setenv("SDW_URL", URL)
    monkeypatch.setenv("SDW_FRAME_ANCESTORS", "https://www.voorbeeld.nl")


def page(address: str) -> tuple[dict[str, str], str, Read]:
    """Headers, HTML and parts of a page that is there."""
    status, headers, body = got(address)
    assert status == 200, address
    return headers, body.decode(), Read(body.decode())


def weight(address: str) -> int:
    """Bytes on the wire of a page with its headers; everything is in it, so nothing else is asked for."""
    status, headers, body = got(address, accept_encoding="gzip")
    assert status == 200 and headers["content-encoding"] == "gzip", address
    assert Read(shelf_opened(body)).fetched == [], address
    return len(body) + light.HEADERS


def shelf_opened(body: bytes) -> str:
    return gzip.decompress(body).decode()


def every_view(edition: Edition, name: str) -> list[str]:
    """The addresses of the page of a drawing in the views in which it is tried."""
    one = registry.ALL[name]
    shown = menu.by_name(one.page)
    settled = (
        choose(edition, shown, {k: v for k, v in view.said().items() if k in shown.uses})
        for view in views(edition, one.page)
    )
    found = [chosen.view for chosen in settled if not chosen.notes]
    return sorted({registry.address(name, view, "") for view in found if one.scene(view) is not None})


@pytest.mark.parametrize("name", registry.ALL)
def test_every_page_of_a_drawing_weighs_little_and_asks_for_nothing_more(
    edition: Edition, known: None, name: str
) -> None:
    for address in every_view(edition, name):
        assert weight(address) <= light.BUDGET, address


def test_every_page_of_a_region_weighs_little_and_asks_for_nothing_more(edition: Edition, known: None) -> None:
    assert {code: weight(f"r/{code}") for code in regions.CODES if weight(f"r/{code}") > light.BUDGET} == {}


@pytest.mark.parametrize("name", registry.ALL)
def test_the_title_is_the_sentence_and_the_table_the_twin(edition: Edition, name: str) -> None:
    view = opened(edition, name)
    scene = registry.ALL[name].scene(view)
    assert scene
    _, html, read = page(registry.address(name, view, ""))
    assert read.words["h1"] == scene.headline
    assert read.words["title"].startswith(scene.headline)
    shown = taking.shown(name, view)
    if any(one.is_invented for one in shown):
        assert "voorbeeld" in scene.headline.lower()
    table = read.words.get("table", "")
    for fact in scene.facts:
        assert fact.label in table.replace("\xad", "") and fact.value in table, fact
        if fact.status is not Status.VALUE and not taking.stated(name, view):
            assert say(f"status.{fact.status.value}") in table, fact
    assert "<svg" in html and 'aria-label="' in html


@pytest.mark.parametrize("name", registry.ALL)
def test_status_coverage_source_edition_and_the_next_date_stand_beside_it(edition: Edition, name: str) -> None:
    view = opened(edition, name)
    scene, shown, stated = registry.ALL[name].scene(view), taking.shown(name, view), taking.stated(name, view)
    assert scene
    told = page(registry.address(name, view, ""))[2].words["dl"]
    assert edition.label in told and say("light.told.next") in told and say("light.told.next_unset") in told
    if scene.facts and not stated:
        for status in {fact.status for fact in scene.facts} - {Status.VALUE}:
            count = sum(fact.status is status for fact in scene.facts)
            assert f"{count} × {say(f'status.{status.value}')}" in told
            assert say(f"export.meaning.{status.value}") in told
    for text in {text for one in shown for text in one.cited.texts} | {one.source for one in stated if one.source}:
        assert text in told
    for one in registry.studies(name, view):
        assert one.authors in told and one.publication in told
    assert say("light.told.source") in told or name in ("regio-ligging",)
    covered = [one.delivered for one in shown if one.delivered]
    if covered:
        assert f"{min(covered)[0]} van de {min(covered)[1]} regio" in told
    regional = {one.region for one in shown if one.region != NATION}
    have = {one.region for one in shown if one.region != NATION and one.value is not None}
    if len(regional) > 1:
        assert f"{len(have)} van de {len(regional)} regio" in told


def test_the_date_of_the_next_edition_is_the_one_that_is_set(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_ = replace(delivery.current(), next_edition=dt.date(2027, 4, 1))
    monkeypatch.setattr(delivery, "current", lambda: set_)
    assert "1 april 2027" in page(f"f/{edition.label}/doelen")[2].words["dl"]
    assert "1 april 2027" in page("r/AM05")[2].words["dl"]


def test_a_page_of_a_named_edition_is_kept_for_ever_and_of_the_newest_leads_there(edition: Edition) -> None:
    for address in (f"f/{edition.label}/kaart?regio=AM05", f"r/AM05?uitgave={edition.label}"):
        assert page(address)[0]["cache-control"] == shelf.FOREVER
    assert page("r/AM05")[0]["cache-control"] == "no-cache"
    asked = "indicator=aandeel_ips&regio=AM05"
    status, headers, body = got(f"f/laatste/kaart?{asked}")
    assert (status, body, headers["cache-control"]) == (302, b"", "no-store")
    where = urlsplit(headers["location"])
    assert (where.path, dict(parse_qsl(where.query))) == (f"../{edition.label}/kaart", dict(parse_qsl(asked)))
    assert got("f/laatste/geen-tekening")[0] == got("f/laatste/kaart?periode=1999")[0] == 404
    framed = got("f/laatste/kaart?insluiten=1")
    assert framed[0] == 302 and framed[1]["location"].endswith("insluiten=1")


@pytest.mark.parametrize("name", registry.ALL)
def test_what_other_sites_show_of_a_link_is_what_the_page_says(edition: Edition, known: None, name: str) -> None:
    view = opened(edition, name)
    scene = registry.ALL[name].scene(view)
    address = registry.address(name, view, "")
    assert scene
    _, html, read = page(address)
    meta = read.meta
    assert meta["og:title"] == read.words["h1"]
    assert meta["og:description"] == meta["description"] == scene.description
    assert scene.description in unescape(html.split("</head>")[1])
    assert meta["og:url"] == f"{URL}/{address}"
    assert got(meta["og:url"].removeprefix(f"{URL}/"))[2].decode() == html
    status, headers, body = got(meta["og:image"].removeprefix(f"{URL}/"))
    kinds = {".svg": "image/svg+xml; charset=utf-8", ".png": "image/png"}
    assert (status, headers["content-type"]) == (200, kinds[share.CARD])
    assert share.CARD == ".png" or scene.title in unescape(body.decode())


@pytest.mark.parametrize("address", ["f/{}/kaart", "f/{}/verzuim-reeks", "r/AM05"])
def test_without_an_address_of_its_own_no_page_gives_one(edition: Edition, address: str) -> None:
    _, html, read = page(address.format(edition.label))
    assert not {"og:url", "og:image"} & set(read.meta)
    assert "<iframe" not in unescape(html) and "sdw-qr" not in html.split("</style>")[1]
    assert "http" not in read.meta["og:title"] + "".join(read.links)


def test_the_code_to_show_a_page_elsewhere_is_that_of_its_form_in_a_frame(edition: Edition, known: None) -> None:
    address = f"f/{edition.label}/kaart?indicator=gestart&periode=2025&regio=AM05"
    code = page(address)[2].words["textarea"]
    (source,) = re.findall(r'<iframe src="([^"]+)"', code)
    framed = unescape(source).removeprefix(f"{URL}/")
    assert dict(parse_qsl(urlsplit(framed).query))["insluiten"] == "1"
    headers, html, read = page(framed)
    assert headers["cache-control"] == shelf.FOREVER
    assert '<base target="_blank">' in html and "sdw-framed" in html
    assert read.words["h1"] == page(address)[2].words["h1"]
    assert read.words["dl"] == page(address)[2].words["dl"]
    assert "textarea" not in read.words
    assert [link for link in read.links if "insluiten" in link] == []


def test_where_nobody_may_show_it_no_page_says_how(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDW_URL", URL)
    assert "<iframe" not in unescape(page(f"f/{edition.label}/kaart")[1])


@pytest.mark.parametrize("text", ["AM05", "am05", "Twente", "twente", "AM05?uitgave={}"])
def test_a_region_is_found_by_its_code_and_its_name(edition: Edition, text: str) -> None:
    _, html, read = page("r/" + text.format(edition.label))
    assert html == page("r/AM05")[1]
    assert read.words["h1"].startswith("Twente")


def test_a_region_shows_its_own_figures_with_their_statuses_and_leads_on(edition: Edition) -> None:
    for code in regions.CODES:
        _, html, read = page(f"r/{code}")
        view = choose(edition, menu.by_name("regio"), {"regio": code}).view
        for indicator, mine, _ in tabled.beside(view, code):
            assert indicator.label in read.words["table"].replace("\xad", "")
            assert wording.shown(mine) in read.words["table"], (code, indicator.id)
        assert read.words["h1"].startswith(figures.place_of(edition, code))
        assert 'data-testid="voorbeeld-banner"' in html
        assert {f"../r/{other}?uitgave={edition.label}" for other in regions.CODES} <= set(read.links)
    for link in page("r/AM05")[2].links:
        address = link.removeprefix("../")
        if address.startswith(("f/", "r/")):
            assert got(address)[0] == 200, link
        else:
            assert address.startswith(("regio?", "c/")), link


@pytest.mark.parametrize(
    "address",
    [
        *("r/", "r/onzin", "r/AM04", "r/NL", "r/AM05/", "r/AM05/x", "r/AM05.svg", "r/../f/laatste/kaart"),
        *("r/<script>alert(1)</script>", "r/%3Cscript%3E", "r/AM05?uitgave=1999-voorjaar", "r/AM05?uitgave="),
        *("r/AM05?toets=1", "r/AM05?uitgave=../../private", "r/" + "A" * 200, "r/AM05?uitgave=" + "4" * 300),
        *("f/{}/kaart?insluiten=2", "f/{}/kaart?insluiten=1&v=1", "f/{}/kaart.svg?insluiten=1", "f/{}/<b>"),
        *("f/{}/kaart?regio=%00", "f/{}/kaart?regio='--", "f/laatste/..%2fkaart", "f/{}/KAART"),
    ],
)
def test_what_is_not_there_is_told_in_dutch_without_what_was_asked(edition: Edition, address: str) -> None:
    status, headers, body = got(address.format(edition.label))
    told = body.decode()
    assert (status, headers["content-language"], headers["cache-control"]) == (404, "nl", "no-store")
    assert say("gate.title_404") in told
    assert "Traceback" not in told and "<script" not in told and "alert" not in told


def test_a_page_is_read_and_not_written(edition: Edition) -> None:
    assert got("r/AM05", "POST")[0] == 404
    assert got("r/AM05", "HEAD")[2] == b""


def test_the_only_script_of_a_page_is_the_one_that_the_policy_allows(edition: Edition, known: None) -> None:
    for address in (f"f/{edition.label}/kaart", f"f/{edition.label}/kaart?insluiten=1", "r/AM05"):
        (script,) = re.findall(r"<script>(.*?)</script>", page(address)[1], re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"sha256-{digest}" in shell.scripts()
        assert not re.search(r"\son\w+=", page(address)[1].split("</style>")[1].split("<script>")[0])


def test_every_page_and_picture_has_the_code_of_its_figures_and_it_reads_back(
    edition: Edition, known: None
) -> None:
    for name in registry.ALL:
        view = opened(edition, name)
        shown = taking.shown(name, view)
        address = f"{URL}/c/{validity.code(edition, shown)}"
        for form in ("", ".svg"):
            body = got(registry.address(name, view, form))[2].decode()
            found = list(light.codes(body))
            if not shown:
                assert found == [], name
                continue
            ((words, modules),) = found
            assert address in words, name
            assert light.quiet(modules, qr.QUIET) == light.expected(address), (name, form)


def test_the_code_in_a_picture_is_two_centimetres_on_paper(edition: Edition, known: None) -> None:
    """Printed on A4 with 17 cm of room, or smaller where it is smaller itself."""
    for name in registry.ALL:
        body = got(registry.address(name, opened(edition, name), ".svg"))[2].decode()
        found = re.search(r'scale\(([\d.]+)\)"><rect x="0" y="0" width="(\d+)"', body)
        if found is None:
            continue
        width = float(re.search(r'<svg [^>]*?width="([\d.]+)"', body)[1])  # type: ignore[index]
        dark = (int(found[2]) - 2 * qr.QUIET) * float(found[1])
        assert dark / 96 * 2.54 * min(1, 17 / (width / 96 * 2.54)) >= 1.99, name


def test_a_workbook_has_the_code_on_its_cover(edition: Edition, known: None) -> None:
    for address in ("verzuim-reeks.xlsx", "doelen.xlsx", "cijfers.xlsx?regio=AM05", "alles/gestart.xlsx"):
        book = openpyxl.load_workbook(io.BytesIO(got(f"f/{edition.label}/{address}")[2]))
        _, about, _ = book.worksheets
        (picture,) = about._images  # type: ignore[attr-defined]
        told = next(row[1].value for row in about.iter_rows() if row[0].value == say("validity.code"))
        (where,) = re.findall(rf"{URL}/c/\S+", str(told))
        where = where.rstrip(".")
        modules = light.expected(where)
        data = picture._data()
        read = light.pictured(data, len(modules) + 2 * qr.QUIET)
        assert light.quiet(read, qr.QUIET) == modules, address
        assert light.scanned(data) == [where], address


def test_the_small_style_has_the_colours_of_the_large_one() -> None:
    """Whose contrast is tested (`test_contrast.py`)."""
    pair = re.compile(r"--([a-z-]+): light-dark\(([^)]+)\)")
    large, small = dict(pair.findall(answers.style())), dict(pair.findall(answers.light_style()))
    assert len(small) >= 10 and small.items() <= large.items()


def test_around_a_code_are_four_light_modules_as_the_standard_asks() -> None:
    made = qr.of(f"{URL}/c/3.gestart.AM05.2025")
    assert made.side == len(made.modules) + 8
    assert light.quiet(light.pictured(made.png, made.side), 4) == made.modules == light.expected(made.address)


def test_without_an_address_nothing_has_a_code_to_scan(edition: Edition) -> None:
    assert qr.of_figures(edition, figures.select(edition, "gestart")) is None
    for form in ("", ".svg"):
        assert list(light.codes(got(f"f/{edition.label}/doelen{form}")[2].decode())) == []
    book = openpyxl.load_workbook(io.BytesIO(got(f"f/{edition.label}/doelen.xlsx")[2]))
    assert [sheet._images for sheet in book.worksheets] == [[], [], []]  # type: ignore[attr-defined]


def test_every_line_of_a_csv_ends_with_the_code_of_its_figure(edition: Edition) -> None:
    shown = taking.shown("doelen", opened(edition, "doelen"))
    body = got(registry.address("doelen", opened(edition, "doelen"), ".csv"))[2].decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(body, newline=""), delimiter=";"))
    assert lines[0][-1] == say("validity.code")
    for line, figure in zip(lines[1:], shown, strict=True):
        if figure.value is None:
            assert line[-1] == ""
            continue
        found = validity.answer(line[-1])
        assert found is not None
        assert any(one.then == figure for one in found.judged), line
