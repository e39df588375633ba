"""Open data by address: every file that is offered is there and stays as it is; nothing else is, and no concept."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from rdflib import Graph

from sdw.dissemination.blocks import model
from sdw.dissemination.blocks.table import Take
from sdw.dissemination.exports.open import catalogue, files
from sdw.dissemination.exports.open.vocabulary import DCAT
from sdw.dissemination.ui.pages.data import open_data as page
from sdw.dissemination.ui.pages.data import page as whole
from sdw.edition import editions
from sdw.edition.approval import access
from sdw.edition.editions import Edition
from tests.worlds import approval
from tests.worlds.edition import store_at
from tests.worlds.rooms import got
from tests.worlds.shared import Shared

FOREVER = "public, max-age=31536000, immutable"


@pytest.fixture(scope="module")
def edition(shared: Shared) -> Iterator[Edition]:
    with store_at(shared("shipped")):
        yield shared.edition("shipped")


def test_every_file_is_at_its_address_for_ever(edition: Edition) -> None:
    for file in files.listed(edition):
        status, headers, body = got(f"o/{edition.label}/{file.name}")
        assert (status, headers["cache-control"]) == (200, FOREVER)
        assert headers["content-type"].partition(";")[0] == files.MEDIA[file.ending]
        assert headers["content-disposition"] == f'attachment; filename="{files.saved_as(edition, file)}"'
        assert body == files.content(edition, file.name)


def test_a_file_is_packed_known_again_and_read_alone(edition: Edition) -> None:
    for name in ("trajecten.csv", "regiogrenzen.geojson", "csv-metadata.json"):
        _, headers, body = got(f"o/{edition.label}/{name}")
        _, packed_headers, packed = got(f"o/{edition.label}/{name}", accept_encoding="gzip")
        assert packed_headers["content-encoding"] == "gzip" and gzip.decompress(packed) == body
        assert got(f"o/{edition.label}/{name}", if_none_match=headers["etag"])[0] == 304
        assert got(f"o/{edition.label}/{name}", "HEAD")[2] == b""


def test_the_newest_leads_to_its_own_address_and_makes_nothing(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "content", lambda *_: pytest.fail("made for who is only led on"))
    status, headers, body = got("o/laatste/trajecten.csv")
    assert (status, headers["location"], body) == (302, f"../{edition.label}/trajecten.csv", b"")
    assert headers["cache-control"] == "no-store"
    assert got("o/laatste/nergens.csv")[0] == 404


def test_the_catalogue_is_there_in_both_forms_and_every_address_in_it_answers(edition: Edition) -> None:
    known = editions.every()
    assert got("o/catalogus.ttl")[2] == catalogue.turtle(known)
    assert got("o/catalogus.jsonld")[2] == catalogue.json_ld(known)
    assert got("o/catalogus")[1]["location"] == "catalogus.ttl"
    assert got("o/catalogus.ttl")[1]["cache-control"] == "no-cache"
    said = Graph().parse(
        data=got("o/catalogus.ttl")[2], format="turtle", publicID="http://hier.example/o/catalogus.ttl"
    )
    addresses = {str(one) for one in said.objects(None, DCAT.downloadURL)}
    assert len(addresses) > 70
    for one in addresses:
        assert got(urlsplit(one).path.removeprefix("/"), "HEAD")[0] == 200


def test_the_catalogue_makes_no_file(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("content", "whole", "zipped"):
        monkeypatch.setattr(files, name, lambda *_: pytest.fail("a file was made"))
    assert len(catalogue.turtle(editions.every())) > 10_000


@pytest.mark.parametrize(
    "address",
    [
        "o/",
        "o/2026-najaar",
        "o/2026-najaar/",
        "o/2026-najaar/nergens.csv",
        "o/2026-najaar/trajecten",
        "o/2026-najaar/trajecten.xlsx",
        "o/2026-najaar/trajecten.csv?regio=AM05",
        "o/1999-najaar/trajecten.csv",
        "o/2026-NAJAAR/trajecten.csv",
        "o/../store/private.duckdb",
        "o/2026-najaar/../../private.duckdb",
        "o/catalogus.rdf",
        "o/catalogus.ttl?v=1",
    ],
)
def test_what_is_not_exactly_there_is_not_found(edition: Edition, address: str) -> None:
    assert got(address)[0] == 404
    assert got("o/2026-najaar/trajecten.csv", "POST")[0] == 404


def test_the_page_offers_every_file_and_the_catalogue_and_each_link_answers(edition: Edition) -> None:
    blocks = page.offered(edition)
    links = {where for one in model.walk(blocks) if isinstance(one, Take) for _, where in one.links}
    assert links == {
        *(f"o/{edition.label}/{one.name}" for one in files.listed(edition)),
        *("o/catalogus.ttl", "o/catalogus.jsonld"),
    }
    assert all(got(where, "HEAD")[0] == 200 for where in links)
    words = [text for one in model.walk(blocks) if isinstance(one, Take) for text, _ in one.links]
    assert len(set(words)) == len(words), "a reader who hears the links alone must tell them apart"
    assert blocks in whole.page(edition, (edition,)).parts


def test_a_concept_has_no_open_data_for_anybody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with store_at(tmp_path):
        monkeypatch.delenv("SDW_PUBLIC", raising=False)
        approval.make(tmp_path)
        with access.as_steward():
            concept = editions.find(approval.CONCEPT)
            assert concept.is_concept
            assert got(f"o/{approval.CONCEPT}/trajecten.csv")[0] == 404
            for name in ("catalogus.ttl", "catalogus.jsonld"):
                told = got(f"o/{name}")[2].decode()
                assert approval.PUBLIC in told and approval.CONCEPT not in told
            assert [type(one) for one in page.offered(concept)] == [model.Heading, model.Paragraph]
        status, headers, _ = got("o/laatste/trajecten.csv")
        assert (status, headers["location"]) == (302, f"../{approval.PUBLIC}/trajecten.csv")
        assert str(approval.SECRET) not in got(f"o/{approval.PUBLIC}/trajecten.csv")[2].decode()
        with zipfile.ZipFile(io.BytesIO(got(f"o/{approval.PUBLIC}/alles.zip")[2])) as archive:
            told = [archive.read(name) for name in archive.namelist() if name.endswith((".csv", ".txt", "a.json"))]
        assert len(told) > 10 and not any(str(approval.SECRET).encode() in one for one in told)


def test_a_new_place_of_the_monitor_is_in_what_is_read_first(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = got(f"o/{edition.label}/leesmij.txt")[2]
    monkeypatch.setenv("SDW_URL", "https://monitor.example")
    assert b"https://monitor.example/o/2026-najaar/" in got(f"o/{edition.label}/leesmij.txt")[2]
    assert b"https://monitor.example/o/" in got("o/catalogus.ttl")[2]
    assert b"monitor.example" not in before


def test_the_shape_of_an_edition_decides_what_is_offered(edition: Edition) -> None:
    without = replace(edition, manifest=tuple(one for one in edition.manifest if one[0] != "state_digest"))
    names = {one.name for one in files.tables(without)}
    assert {one.name for one in files.tables(edition)} - names == {"standen", "keuzes"}
