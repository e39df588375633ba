"""Decks by address: the same bytes for whoever asks, under every choice that is exactly there, and nothing else."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from collections.abc import Iterator

import pytest

from sdw.dissemination.blocks.presenting import deck
from sdw.dissemination.exports.hall import files
from sdw.dissemination.exports.powerpoint import files as powerpoint
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.pages.presenting import choose, page
from sdw.dissemination.ui.pages.presenting.choose import Chosen
from sdw.dissemination.ui.server import shell
from sdw.edition import editions
from sdw.edition.editions import Edition
from sdw.reference.areas import regions
from sdw.reference.presenting import sets as presenting
from tests.worlds.edition import store_at
from tests.worlds.rooms import got
from tests.worlds.shared import Shared


@pytest.fixture(scope="module")
def edition(shared: Shared) -> Iterator[Edition]:
    with store_at(shared("shipped")):
        yield shared.edition("shipped")


def test_every_set_is_at_its_address_and_the_same_as_its_file(edition: Edition) -> None:
    for name, one in presenting.sets().items():
        region = "AM05" if one.is_regional else ""
        asked = f"?regio={region}" if region else ""
        status, headers, body = got(f"d/{edition.label}/{name}{asked}")
        made = deck.of(edition, name, (), region)
        assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
        assert body.decode() == files.written(made)
        assert "content-disposition" not in headers
        status, headers, file = got(f"d/{edition.label}/{name}.html{asked}")
        assert status == 200 and file == body
        assert headers["content-disposition"] == f'attachment; filename="{files.name(made)}"'
        assert got(f"d/laatste/{name}{asked}")[2] == body
        status, headers, file = got(f"d/{edition.label}/{name}.pptx{asked}")
        assert (status, file) == (200, powerpoint.written(made))
        assert headers["content-type"] == powerpoint.MIME and "content-encoding" not in headers
        assert headers["content-disposition"] == f'attachment; filename="{powerpoint.name(made)}"'


def test_it_is_packed_known_again_and_read_alone(edition: Edition) -> None:
    address = f"d/{edition.label}/werkgever"
    _, headers, body = got(address)
    _, packed_headers, packed = got(address, accept_encoding="gzip")
    assert packed_headers["content-encoding"] == "gzip" and gzip.decompress(packed) == body
    assert got(address, if_none_match=headers["etag"])[0] == 304
    assert got(address, "HEAD")[2] == b""
    assert got(address, "POST")[0] == 404


@pytest.mark.parametrize(
    "address",
    [
        "d/",
        "d/2026-najaar",
        "d/2026-najaar/burger",
        "d/1999-najaar/werkgever",
        "d/2026-najaar/werkgever.pdf",
        "d/2026-najaar/werkgever?toets=1",
        "d/2026-najaar/werkgever?dias=nergens",
        "d/2026-najaar/werkgever?dias=verzuim,verzuim",
        "d/2026-najaar/werkgever?dias=" + "verzuim," * 90,
        "d/2026-najaar/regio",
        "d/2026-najaar/burger.pptx",
        "d/2026-najaar/werkgever.ppt",
        "d/2026-najaar/regio.pptx",
        "d/2026-najaar/regio.pptx?regio=AM04",
        "d/2026-najaar/regio?regio=AM04",
        "d/2026-najaar/regio?regio=Twente",
        "d/2026-najaar/werkgever?dias=regio-stand",
        "d/../najaar/werkgever",
        "d/2026-najaar/../../store/private.html",
    ],
)
def test_what_is_not_exactly_there_is_not_found(edition: Edition, address: str) -> None:
    assert got(address)[0] == 404


def test_the_script_of_a_deck_may_run_and_no_other(edition: Edition) -> None:
    _, _, body = got(f"d/{edition.label}/werkgever")
    found = re.findall(r"<script>(.*?)</script>", body.decode(), re.DOTALL)
    assert len(found) == 1
    digest = base64.b64encode(hashlib.sha256(found[0].encode()).digest()).decode()
    assert f"sha256-{digest}" in shell.scripts()


def test_every_region_has_a_deck_in_every_edition(edition: Edition) -> None:
    """Also of a year that is over, of which nothing is expected any more."""
    for one in editions.every():
        for code in regions.CODES:
            assert got(f"d/{one.label}/regio.html?regio={code}")[0] == 200
    told = got("d/2026-voorjaar/regio.html?regio=AM05")[2].decode()
    assert "al bekend: de cijfers van het hele jaar zijn er" in told


def test_a_choice_has_one_address(edition: Edition) -> None:
    own = Chosen("werkgever", ())
    assert choose.address(edition, own, "AM05") == f"./d/{edition.label}/werkgever"
    picked = Chosen("werkgever", ("doelen", "regio-stand"))
    address = choose.address(edition, picked, "AM05", ".html")
    assert address == f"./d/{edition.label}/werkgever.html?dias=doelen,regio-stand&regio=AM05"
    assert got(address.removeprefix("./"))[0] == 200


def test_the_page_shows_the_slides_of_the_deck(edition: Edition) -> None:
    view = View(edition, "gestart", "2025", region="AM05")
    told = str(page.page(view, "regio"))
    for slide in deck.of(edition, "regio", (), "AM05").slides:
        assert slide.said[0].words in told and slide.source.words in told and slide.note in told
    none = page.page(View(edition, "gestart", "2025"), "regio")
    assert "Kies hierboven een regio" in str(none)
