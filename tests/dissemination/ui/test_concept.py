"""A concept over the wire: nothing for a visitor, everything with its mark for who holds the link, then nothing."""

from __future__ import annotations

import http.client
import io
import json
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from sdw.dissemination.blocks import taking
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.exports import forms
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.elements import show
from sdw.dissemination.ui.server import addresses, visitor
from sdw.dissemination.ui.view import drawn, slides
from sdw.edition import editions, figures
from sdw.edition.approval import access
from sdw.reference.areas import regions
from sdw.reference.presenting import sets as presenting
from tests.worlds import approval as world
from tests.worlds import pages, wire
from tests.worlds.approval import CONCEPT, PUBLIC, SECRET
from tests.worlds.server import Server, served

#: What only the concept says: its name, the number of Twente, and the sums that number is in.
TRACES = tuple(
    text
    for value in (SECRET, SECRET + 270, SECRET + 40, SECRET + 430)
    for text in (str(value), f"{value:_}".replace("_", "."))
)
HOLDER = "directeur beleid"
#: Tables of what changed since the edition before: the first has none.
SINCE = tuple(f"/{name}." for name, one in taking.TABLES.items() if one.page == "stuurgroep")


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    text: str


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("opslag")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SDW_STORE", str(folder))
        for name in ("SDW_EDITION", "SDW_PUBLIC", "SDW_PREVIEW"):
            patched.delenv(name, raising=False)
        world.make(folder)
        world.submit()
        yield folder


@pytest.fixture(scope="module")
def server(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A deployment for visitors that shows concepts too; its log is that of the steward, who can revoke."""
    folder = tmp_path_factory.mktemp("openbaar")
    for name in ("editions", "concepts", "agreement", "seals"):
        (folder / name).symlink_to(store / name)
    with served(folder, SDW_PUBLIC="1", SDW_PREVIEW="1") as running:
        yield running


def asked(server: Server, path: str, cookie: str = "") -> Answer:
    line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
    line.request("GET", path, headers={"Cookie": cookie} if cookie else {})
    answer = line.getresponse()
    body = answer.read()
    line.close()
    headers = {name.lower(): value for name, value in reversed(answer.getheaders())}  # of two the first
    return Answer(answer.status, headers, _unpacked(body))


def _unpacked(body: bytes) -> str:
    """Everything readable in a body: a workbook and a zip are looked into."""
    if not body.startswith(b"PK"):
        return body.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return "\n".join(_unpacked(archive.read(name)) for name in archive.namelist())


def secrets_in(text: str) -> list[str]:
    return [trace for trace in TRACES if trace in text]


def files(label: str) -> list[str]:
    """Every drawing, table, whole table and deck of slides of an edition, in every form."""
    with access.as_steward():
        published = figures.published(editions.find(CONCEPT))
    found = [f"/f/{label}/{name}{form}" for name in registry.ALL for form in ("", ".svg", ".csv", ".xlsx")]
    found += [f"/f/{label}/{name}{form}" for name in taking.TABLES for form in (".csv", ".xlsx")]
    found += [f"/f/{label}/alles/{name}{one.ending}" for name in published for one in forms.FORMS]
    found += [f"/d/{label}/{name}{form}" for name in presenting.sets() if name != "regio" for form in ("", ".html")]
    return [*found, f"/d/{label}/regio?regio=AM05", f"/f/{label}/alles.zip", f"/f/{label}/alles.xlsx"]


def guesses() -> list[str]:
    """Pages, places where files could lie, and names that somebody could guess."""
    found = [f"/{page.name}?uitgave={CONCEPT}" for page in menu.ALL] + [f"/?uitgave={CONCEPT}"]
    for name in (
        f"concepts/{CONCEPT}.duckdb",
        f"agreement/{CONCEPT}.jsonl",
        f"editions/{PUBLIC}.duckdb",
        "agreement.toml",
    ):
        roots = (
            "",
            "static/",
            "app/static/",
            "media/",
            "f/",
            "app/static/../../store/",
            "static/..%2f..%2f",
            "component/",
        )
        found += [f"/{root}{name}" for root in roots]
    labels = (
        "laatste",
        "2026-najaar-1",
        "2026-NAJAAR",
        "2026-najaar%00",
        "concept",
        "..",
        "%2e%2e",
        "2026-najaar.duckdb",
    )
    found += [f"/f/{label}/doelen.csv" for label in labels]
    found += [
        f"/f/{CONCEPT}/doelen.svg?{more}" for more in ("kaal=1", "smal=1", "v=00000000", "inzage=1", "token=1")
    ]
    found += [
        f"/c/{word}"
        for word in (CONCEPT, f"{CONCEPT}.gestart.AM05", "2", "2.gestart.AM05.2025", "2d", "correcties.atom")
    ]
    found += [f"/inzage/{word}" for word in ("", "1", "uit", CONCEPT, "0" * 64, "..", "x" * 200, "A" * 43)]
    found += [
        f"/{word}" for word in ("_stcore/metrics", "_stcore/host-config", "_stcore/health", "robots.txt", CONCEPT)
    ]
    found += [f"/f/{CONCEPT}/regio-jaren.csv?regio={code}" for code in regions.CODES]
    found += [f"/f/{CONCEPT}/{name}?insluiten=1" for name in ("doelen", "kaart", "regio-jaren")]
    found += [f"/r/{code}{more}" for code in regions.CODES[:4] for more in ("", f"?uitgave={CONCEPT}")]
    found += [f"/p/{CONCEPT}/{name}" for name in ("stuurgroep.pdf", "regio.pdf?regio=AM05", "regios.zip")]
    found += [f"/o/{CONCEPT}/{name}" for name in ("trajecten.csv", "trajecten.parquet", "leesmij.txt", "alles.zip")]
    found += ["/o/catalogus.ttl", "/o/catalogus.jsonld", "/o/laatste/trajecten.csv", f"/o/{PUBLIC}/trajecten.csv"]
    found += [f"/f/{CONCEPT}/doelen.png", f"/p/laatste/../{CONCEPT}/stuurgroep.pdf"]
    return [*found, f"/f/{CONCEPT}/verschil", f"/f/{PUBLIC}/verschil", f"/agreement/{CONCEPT}.differences.json"]


def nothing(server: Server, cookie: str = "") -> None:
    """Three hundred requests and every page give nothing of the concept."""
    paths = [*files(CONCEPT), *guesses()]
    assert len(paths) >= 300
    never = asked(server, "/f/2031-nooit/doelen.svg", cookie)
    for path in paths:
        answer = asked(server, path, cookie)
        assert secrets_in(answer.text) == [], path
        if path.startswith((f"/f/{CONCEPT}/", f"/p/{CONCEPT}/", f"/d/{CONCEPT}/", f"/o/{CONCEPT}/")):
            assert (answer.status, answer.text.replace("../", "")) == (404, never.text.replace("../", "")), path
            assert answer.headers.keys() == never.headers.keys()
        elif "?uitgave=" not in path:  # an address that a reader typed may come back in where it leads
            assert CONCEPT not in answer.text, path
    for page in menu.ALL:
        told = wire.html(wire.runs(server, page.name, query=f"uitgave={CONCEPT}", cookie=cookie))
        plain = wire.html(wire.runs(server, page.name, query="uitgave=2031-nooit", cookie=cookie))
        assert secrets_in(told) == []
        assert told.replace(CONCEPT, "…") == plain.replace(
            "2031-nooit", "…"
        )  # no other words than for what never was
        assert CONCEPT not in plain


def everything(server: Server, cookie: str, id_: str) -> None:
    """Who holds the link gets every file and page, each with the mark, and none that may be kept on the way."""
    mark = f"CONCEPT, niet openbaar: uitgave {CONCEPT}, voor {HOLDER} (link {id_})"
    found = 0
    for path in files(CONCEPT):
        public, answer = asked(server, path.replace(CONCEPT, PUBLIC)), asked(server, path, cookie)
        if any(name in path for name in SINCE):  # the first edition has no edition before
            assert (answer.status, public.status) == (200, 404), path
        else:
            assert answer.status == public.status, path
        if answer.status == 200:
            found += 1
            assert mark in answer.text, path
            assert answer.headers["cache-control"] == "private, no-store"
            assert "concept" in answer.headers.get("content-disposition", "concept")
            assert "CONCEPT" not in public.text
    assert found > 100
    region = asked(server, f"/r/AM05?uitgave={CONCEPT}", cookie)
    assert mark in region.text and region.headers["cache-control"] == "private, no-store"
    assert secrets_in(region.text) and not secrets_in(asked(server, "/r/AM05", cookie).text)
    listed = asked(server, f"/f/{CONCEPT}/verschil", cookie)
    assert listed.status == 200 and mark in listed.text and listed.headers["cache-control"] == "private, no-store"
    for page in menu.ALL:
        told = wire.html(wire.runs(server, page.name, query=f"uitgave={CONCEPT}", cookie=cookie))
        assert mark in told and "sdw-concept" in told
    assert secrets_in(told + asked(server, f"/f/{CONCEPT}/doelen.csv", cookie).text)


@pytest.mark.slow
def test_a_visitor_nothing_the_holder_everything_and_after_revoking_nothing_again(server: Server) -> None:
    nothing(server)
    nothing(server, f"{visitor.MOMENT}=2099-12-03T09:30")
    token = world.link(HOLDER)
    welcome = asked(server, f"/inzage/{token}")
    assert welcome.status == 200 and CONCEPT in welcome.text and HOLDER in welcome.text
    cookie, *how = welcome.headers["set-cookie"].split("; ")
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(how)
    assert welcome.headers["cache-control"] == "private, no-store"
    everything(server, cookie, "1")
    assert f"uitgave={PUBLIC}" in asked(server, "/", cookie).headers.get(
        "location", PUBLIC
    )  # what is newest is public
    world.revoke("1")
    nothing(server, cookie)
    assert asked(server, f"/inzage/{token}").status == 404


def test_a_deployment_that_does_not_show_concepts_has_no_address_for_a_link(store: Path, tmp_path: Path) -> None:
    for name in ("editions", "concepts", "agreement"):
        shutil.copytree(store / name, tmp_path / name)
    token = world.link(HOLDER)
    shutil.copytree(store / "agreement", tmp_path / "agreement", dirs_exist_ok=True)
    with served(tmp_path, SDW_PUBLIC="1") as running:
        cookie = f"{visitor.COOKIE}={token}"
        assert asked(running, f"/inzage/{token}", cookie).status == 404
        assert asked(running, f"/f/{CONCEPT}/doelen.csv", cookie).status == 404
        told = wire.html(wire.runs(running, "doelen", query=f"uitgave={CONCEPT}", cookie=cookie))
        assert secrets_in(told) == [] and "sdw-concept" not in told


def test_with_the_checks_of_the_interface_removed_the_store_still_refuses(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every check above the store is taken away, and a page holds a concept from when it might be read."""
    monkeypatch.setattr(addresses, "exists", lambda *_, **__: True)
    monkeypatch.setattr(visitor, "shown_in", lambda _: "wie dan ook")
    monkeypatch.setattr(visitor, "shown", lambda: "wie dan ook")
    monkeypatch.setattr(show, "_refuse_unread", lambda _: None)
    with access.as_steward():
        held = editions.find(CONCEPT)
        assert figures.one(held, "gestart", "AM05", "2025").value == SECRET
    for path in files(CONCEPT):
        place = drawn.place_of(path.removeprefix("/"))
        if place is None:
            deck = slides.place_of(path.removeprefix("/").split("?")[0])
            assert deck is not None
            assert slides._found(("", None), deck, {"regio": "AM05"}) is None
        else:
            assert drawn._found(("", None), place, {}) is None
    for page in menu.ALL:
        visit = pages.opened(page.name, uitgave=CONCEPT)
        assert secrets_in(pages.words(visit)) == []
        assert visit.query_params["uitgave"] != [CONCEPT]
    for ask in (figures.select, figures.cuts):
        with pytest.raises(Exception, match="bestaat niet"):
            ask(held, "gestart")
    assert json.dumps([one.label for one in editions.every()]) == json.dumps([PUBLIC])
