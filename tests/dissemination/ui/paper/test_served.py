"""Documents by address: exactly what is asked for, and of a concept only for who may, with its mark all over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sdw.dissemination.blocks import taking
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.paper import documents
from sdw.dissemination.ui.server import visitor
from sdw.dissemination.ui.view.choices import choose
from sdw.edition.editions import Edition
from tests.worlds import approval as world
from tests.worlds.approval import CONCEPT, PUBLIC, SECRET
from tests.worlds.edition import store_at
from tests.worlds.paper import Document, faults
from tests.worlds.rooms import got
from tests.worlds.shared import Shared


@pytest.fixture(scope="module")
def edition(shared: Shared) -> Iterator[Edition]:
    with store_at(shared("shipped")):
        yield shared.edition("shipped")


def test_every_link_to_a_document_leads_to_it(edition: Edition) -> None:
    view = choose(edition, menu.by_name("regio"), {"regio": "AM24", "periode": "2024"}).view
    for take in (taking.factsheet(view, "Zeeland"), taking.packs(edition)):
        for _, address in take.links:
            status, headers, body = got(address)
            assert (status, headers["content-type"]) == (200, "application/pdf"), address
            assert "voorbeeld.pdf" in headers["content-disposition"]
            assert faults(Document(body)) == []
    ((_, address),) = taking.factsheet(view, "Zeeland").links
    assert "Cijfers over 2024" in Document(got(address)[2]).text


@pytest.mark.parametrize(
    "address",
    [
        "p/2026-najaar/regio.pdf",
        "p/2026-najaar/regio.pdf?regio=AM04",
        "p/2026-najaar/regio.pdf?regio=AM05&periode=1999",
        "p/2026-najaar/regio.pdf?regio=AM05&token=1",
        "p/2026-najaar/regios.pdf",
        "p/2026-najaar/stuurgroep.zip",
        "p/2026-najaar/stuurgroep.pdf?regio=AM05",
        "p/2026-najaar/werkgever.pdf",
        "p/2026-najaar/../regio.pdf",
        "p/2031-nooit/stuurgroep.pdf",
        "p/",
        f"p/2026-najaar/doelen.pdf?periode={'1' * 500}",
        "f/2026-najaar/verzuim-reeks.png?maat=1x1",
        "f/2026-najaar/verzuim-reeks.png?smal=1",
        "f/2026-najaar/cijfers.png",
    ],
)
def test_what_is_not_exactly_there_is_not_found(edition: Edition, address: str) -> None:
    assert got(address)[0] == 404


def test_it_is_not_written_to_and_an_unchanged_one_is_not_sent_again(edition: Edition) -> None:
    address = "p/laatste/regio.pdf?regio=AM05"
    assert got(address, method="POST")[0] == 404
    status, headers, _ = got(address)
    assert status == 200
    assert got(address, if_none_match=headers["etag"])[0] == 304
    assert got(address, method="HEAD")[2] == b""


@pytest.mark.parametrize("name", ["overzicht-kaart", "verzuim-reeks", "borging-kaart"])
def test_a_picture_has_an_address_for_each_size(edition: Edition, name: str) -> None:
    view = choose(edition, menu.by_name(registry.ALL[name].page), {}).view
    address = registry.address(name, view, ".png")
    joint = "&" if "?" in address else "?"
    first = got(address)
    assert (first[0], first[1]["content-type"]) == (200, "image/png")
    assert got(f"{address}{joint}maat=1200x627")[2] == first[2]
    assert got(f"{address}{joint}maat=1080x1080")[2] != first[2]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("opslag")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SDW_STORE", str(folder))
        for name in ("SDW_EDITION", "SDW_PUBLIC", "SDW_PREVIEW"):
            patched.delenv(name, raising=False)
        world.make(folder)
        world.submit()
        patched.setenv("SDW_PREVIEW", "1")
        yield folder


def test_of_a_concept_a_visitor_gets_nothing_and_the_holder_its_mark_on_every_page(store: Path) -> None:
    addresses = [f"p/{CONCEPT}/{name}.pdf" for name in ("stuurgroep", "rijk", "doelen", "overzicht")]
    addresses += [f"p/{CONCEPT}/regio.pdf?regio=AM05", f"p/{CONCEPT}/regios.zip"]
    pictures = [f"f/{CONCEPT}/doelen.png", f"f/{CONCEPT}/overzicht-kaart.png"]
    cookie = f"{visitor.COOKIE}={world.link()}"
    for _ in range(2):  # also after they were made for who may
        for address in (*addresses, *pictures):
            assert got(address)[0] == 404, address
            status, headers, body = got(address, cookie=cookie)
            assert status == 200, address
            assert headers["cache-control"] == "private, no-store"
            assert "concept" in headers["content-disposition"]
            if body.startswith(b"%PDF"):
                document = Document(body)
                assert all("CONCEPT, niet openbaar" in page for page in document.pages), address
                assert all("(concept)" in page for page in document.pages)
                assert faults(document) == []
    shown = Document(got(f"p/{CONCEPT}/regio.pdf?regio=AM05", cookie=cookie)[2]).text
    assert f"{SECRET:_}".replace("_", ".") in shown
    assert "CONCEPT" not in Document(got(f"p/{PUBLIC}/regio.pdf?regio=AM05")[2]).text


WORLDS = ("none", "one", "three", "quarters", "mixed", "no_durable")


@pytest.mark.parametrize("name", WORLDS)
def test_a_factsheet_is_one_page_whatever_was_delivered(ten: Shared, name: str) -> None:
    with store_at(ten(name)):
        edition = ten.edition(name)
        for code in ("AM05", "AM12", "AM24", "AM37"):
            view = choose(edition, menu.by_name("regio"), {"regio": code}).view
            document = Document(documents.of(view, "regio").data)
            assert len(document.pages) == 1, code
            assert faults(document) == []


@pytest.mark.parametrize("name", WORLDS)
@pytest.mark.parametrize("pack", ["stuurgroep", "rijk"])
def test_a_pack_can_be_made_whatever_was_delivered(ten: Shared, name: str, pack: str) -> None:
    with store_at(ten(name)):
        view = choose(ten.edition(name), menu.ALL[0], {}).view
        document = Document(documents.of(view, pack).data)
        assert faults(document) == []
        assert {page for tag in document.tags for page in tag.pages} == set(range(len(document.pages)))
