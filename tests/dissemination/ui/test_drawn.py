"""Drawings by address: what the page shows, for whoever asks, and nothing that is not exactly there."""

from __future__ import annotations

import gzip
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import parse_qsl, urlsplit

import pytest

from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.elements import picture
from sdw.dissemination.ui.view.choices import choose
from sdw.edition.editions import Edition
from tests.worlds.drawings import views
from tests.worlds.edition import store_at
from tests.worlds.rooms import got
from tests.worlds.shared import Shared

#: Drawings of what regions deliver: all of that is invented in the edition that ships.
OF_REGIONS = {
    *("kaart-klein", "bereik", "overzicht-doelen"),
    *("overzicht-kaart", "kaart", "kaart-gelijk", "kaart-rond-doel", "tegels", "tegels-gelijk", "tegels-rond-doel"),
    *("doelen", "doelen-jaren", "regio-jaren"),
    *("regio-lijn-gestart", "regio-lijn-duurzaam", "regio-lijn-uitgevoerd", "regio-lijn-eindstand"),
    *("borging-matrix", "borging-kaart", "ips-gemeenten"),
    *("verwacht-gestart", "verwacht-duurzaam", "regio-verwacht-gestart", "regio-verwacht-duurzaam"),
    *("ips-maanden", "ips-trechter", "ips-trechter-gekrompen", "ips-gelijk", "ips-scenario"),
}
REGION = {"regio": "AM05", "sector": "422400"}


@pytest.fixture(scope="module")
def edition(shared: Shared) -> Iterator[Edition]:
    with store_at(shared("shipped")):
        yield shared.edition("shipped")


@pytest.mark.parametrize("name", registry.ALL)
def test_every_drawing_is_at_its_address_in_both_forms(edition: Edition, name: str) -> None:
    drawing = registry.ALL[name]
    page = menu.by_name(drawing.page)
    for wanted in ({}, {one: text for one, text in REGION.items() if one in page.uses}):
        view = choose(edition, page, wanted).view
        address = registry.address(name, view)
        joint = "&" if "?" in address else "?"
        inside = f"{address}{joint}{picture.INSIDE}=1"
        for make, asked in ((drawing.scene, inside), (drawing.narrow, f"{inside}&{picture.SMALL}=1")):
            scene = make(view) if make else None
            if scene is None:
                continue
            status, headers, body = got(asked)
            assert (status, headers["content-type"]) == (200, "image/svg+xml; charset=utf-8"), asked
            assert body.decode() == picture.file(scene), asked


@pytest.mark.parametrize("name", registry.ALL)
def test_a_drawing_that_travels_alone_says_what_it_shows_of_which_edition_and_that_it_is_invented(
    edition: Edition, name: str
) -> None:
    drawing = registry.ALL[name]
    wanted = {"regio": "AM05"} if "regio" in drawing.uses else {}
    view = choose(edition, menu.by_name(drawing.page), wanted).view
    scene = drawing.scene(view)
    assert scene
    root = ET.fromstring(got(registry.address(name, view))[2])
    written = " ".join(text.text or "" for text in root.iter("{http://www.w3.org/2000/svg}text"))
    for words in (scene.title, scene.subtitle, f"uitgave {edition.label}"):
        assert words in written, words
    assert ("voorbeeld" in written.lower()) == (name in OF_REGIONS), written


def test_an_address_names_all_that_the_drawing_depends_on(edition: Edition) -> None:
    """Two views at one address are one drawing."""
    for name, drawing in registry.ALL.items():
        found: dict[str, str] = {}
        page = menu.by_name(drawing.page)
        for view in views(edition, drawing.page):
            said = {one: text for one, text in view.said().items() if one in page.uses}
            settled = choose(edition, page, said)
            scene = None if settled.notes else drawing.scene(settled.view)
            if scene is not None:
                drawn_here = picture.file(scene)
                assert found.setdefault(registry.address(name, settled.view), drawn_here) == drawn_here, name


@pytest.mark.parametrize(
    "address",
    [
        "f/2026-najaar/geen-tekening.svg",
        "f/1999-najaar/verzuim-reeks.svg",
        "f/2026-najaar/verzuim-reeks.svg?sector=bakkers",
        "f/2026-najaar/verzuim-reeks.svg?regio=AM05",
        "f/2026-najaar/verzuim-reeks.svg?toets=1",
        "f/2026-najaar/verzuim-reeks.svg?sector=" + "4" * 500,
        "f/2026-najaar/kaart.svg?indicator=gestart&periode=1999",
        "f/2026-najaar/kaart.svg?indicator=verzuim",
        "f/2026-najaar/../../store/private.svg",
        "f/../najaar/verzuim-reeks.svg",
        "f/2026-najaar/verzuim-reeks.gif",
        "f/2026-najaar/ips-band.csv",
        "f/2026-najaar/verzuim-reeks.xlsx?sector=bakkers",
        "f/2026-najaar/verzuim-reeks.csv?kaal=1",
        "f/2026-najaar/geen-tekening",
        "f/",
    ],
)
def test_what_is_not_exactly_there_is_not_found(edition: Edition, address: str) -> None:
    status, headers, body = got(address)
    assert status == 404
    assert headers["content-language"] == "nl"
    assert b"<svg" not in body


def test_a_drawing_is_read_and_not_written(edition: Edition) -> None:
    assert got("f/2026-najaar/verzuim-reeks.svg", "POST")[0] == 404
    status, headers, body = got("f/2026-najaar/verzuim-reeks.svg", "HEAD")
    assert (status, body) == (200, b"")
    assert int(headers["content-length"]) > 1000


def test_it_is_packed_kept_for_ever_and_asked_for_once(edition: Edition) -> None:
    plain = got("f/2026-najaar/verzuim-reeks.svg")
    assert plain[1]["cache-control"] == "no-cache"
    view = choose(edition, menu.by_name("verzuim"), {}).view
    scene = registry.ALL["verzuim-reeks"].scene(view)
    assert scene
    asked = f"f/2026-najaar/verzuim-reeks.svg?v={picture.digest(scene)}"
    assert got("f/2026-najaar/verzuim-reeks.svg?v=12345678")[1]["cache-control"] == "no-cache"
    status, headers, body = got(asked, accept_encoding="gzip")
    assert status == 200 and gzip.decompress(body) == plain[2]
    assert headers["cache-control"] == "public, max-age=31536000, immutable"
    assert got(asked, accept_encoding="gzip", if_none_match=headers["etag"])[0] == 304


def test_the_digest_changes_with_the_drawing(edition: Edition) -> None:
    one, other = (registry.ALL["verzuim-reeks"].scene(view) for view in views(edition, "verzuim"))
    assert one and other
    assert picture.digest(one) != picture.digest(other)
    assert picture.digest(one) == picture.digest(one)


def test_a_hostile_name_of_an_edition_stays_in_its_place(edition: Edition) -> None:
    strange = replace(edition, label="a/b?c&d=<script>")
    view = next(iter(views(strange, "verzuim")))
    parts = urlsplit(registry.address("verzuim-reeks", view))
    assert parts.path.count("/") == 2
    assert parse_qsl(parts.query) == []
