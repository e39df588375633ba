"""The files of a first visit: packed, kept for long, and right for whoever asks in another way."""

from __future__ import annotations

import asyncio
import gzip
import http.client
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import streamlit
from starlette.types import Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks import first_visit_speed
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.server import shelf, warm
from tests.worlds.edition import store_at
from tests.worlds.server import ROOT, Server, served
from tests.worlds.shared import Shared

STREAMLIT = Path(streamlit.__file__).parent / "static"
SCRIPT = next((STREAMLIT / "static/js").glob("index.*.js"))
FONT = next((STREAMLIT / "static/media").glob("SourceSansVF-Upright*.woff2"))
#: In the shell's list, and not: packed before the server answers, and at its first request.
LATER = next((STREAMLIT / "static/js").glob("DateField.*.js"))


@pytest.fixture(scope="module")
def server(shared: Shared) -> Iterator[Server]:
    with served(shared("one_region")) as running:
        yield running


def got(server: Server, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers with names in lower case, and the bytes after them."""
    with closing(http.client.HTTPConnection("127.0.0.1", server.port, timeout=600)) as line:
        line.putrequest(method, path, skip_accept_encoding=True)
        for name, value in headers.items():
            line.putheader(name.replace("_", "-"), value)
        line.endheaders()
        answer = line.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()


def address(file: Path) -> str:
    return "/" + file.relative_to(STREAMLIT).as_posix()


@pytest.mark.parametrize("file", [SCRIPT, LATER])
def test_a_script_is_sent_packed_and_kept_for_long(server: Server, file: Path) -> None:
    for _ in range(2):
        status, headers, body = got(server, address(file), Accept_Encoding="gzip, deflate, br, zstd")
        assert status == 200
        assert gzip.decompress(body) == file.read_bytes()
        assert headers["content-length"] == str(len(body))
        assert len(body) < file.stat().st_size / 2
        assert headers["content-encoding"] == "gzip"
        assert headers["vary"] == "Accept-Encoding"
        assert headers["content-type"].startswith("text/javascript")
        assert headers["cache-control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize(
    "accepted",
    ["", "br", "identity", "gzip;q=0", "gzip; q=0.0, br", "*;q=0", "gzip;q=x", "gzipped", "gzip;level=9"],
)
def test_who_does_not_take_gzip_gets_the_file_as_it_is(server: Server, accepted: str) -> None:
    status, headers, body = got(server, address(SCRIPT), Accept_Encoding=accepted)
    assert (status, body) == (200, SCRIPT.read_bytes())
    assert "content-encoding" not in headers
    assert headers["vary"] == "Accept-Encoding"
    assert got(server, address(SCRIPT))[2] == body


@pytest.mark.parametrize(
    "accepted", ["gzip", "GZIP", "br;q=1.0, gzip;q=0.8", "*", "identity;q=0.5, *;q=0.1", " gzip ,x"]
)
def test_gzip_is_asked_for_in_many_ways(accepted: str) -> None:
    assert shelf.takes_gzip(accepted)


def test_a_font_is_sent_as_its_maker_packed_it(server: Server) -> None:
    _, headers, body = got(server, address(FONT), Accept_Encoding="gzip")
    assert body == FONT.read_bytes()
    assert headers["content-type"] == "font/woff2"
    assert not {"content-encoding", "vary"} & set(headers)


def test_head_says_what_get_would_say(server: Server) -> None:
    for accepted in ("gzip", "identity"):
        status, headers, body = got(server, address(SCRIPT), "HEAD", Accept_Encoding=accepted)
        assert (status, body) == (200, b"")
        same = got(server, address(SCRIPT), Accept_Encoding=accepted)[1]
        assert {**headers, "date": ""} == {**same, "date": ""}


def test_who_has_it_already_is_told_so_without_the_file(server: Server) -> None:
    packed = got(server, address(SCRIPT), Accept_Encoding="gzip")[1]["etag"]
    plain = got(server, address(SCRIPT))[1]["etag"]
    assert packed != plain
    for known in (packed, f"W/{packed}", f'"other", {packed}', "*"):
        status, headers, body = got(server, address(SCRIPT), Accept_Encoding="gzip", If_None_Match=known)
        assert (status, body, headers["etag"]) == (304, b"", packed), known
        assert "immutable" in headers["cache-control"]
        assert "content-security-policy" in headers
    for other in ('"other"', plain, packed.strip('"')):
        assert got(server, address(SCRIPT), Accept_Encoding="gzip", If_None_Match=other)[0] == 200, other


def test_a_part_of_a_file_is_that_part_of_the_file_as_it_is(server: Server) -> None:
    whole = SCRIPT.read_bytes()
    status, headers, body = got(server, address(SCRIPT), Accept_Encoding="gzip", Range="bytes=100-199")
    assert (status, body) == (206, whole[100:200])
    assert headers["content-range"] == f"bytes 100-199/{len(whole)}"
    assert "content-encoding" not in headers
    assert got(server, address(SCRIPT), Range=f"bytes={len(whole)}-")[0] >= 400


@pytest.mark.parametrize(
    "path",
    [
        "/static/js/../../index.html",
        "/static/%2e%2e/index.html",
        "/static/js",
        "/static/js/nothing.js",
        "/app/static/../dashboard.py",
        "/app/static/%2e%2e/dashboard.py",
        "/app/static/..%2fdashboard.py",
        "/app/static/%2fetc/passwd",
        "/app/static/",
        "/app/static/region_map",
    ],
)
def test_a_wrong_path_leads_nowhere(server: Server, path: str) -> None:
    status, _, body = got(server, path, Accept_Encoding="gzip")
    assert 400 <= status < 500
    assert b"streamlit" not in body.lower().rsplit(b"</style>", 1)[-1]


def test_a_file_is_there_to_be_read_only(server: Server) -> None:
    assert got(server, address(SCRIPT), "POST")[0] == 405
    assert got(server, address(SCRIPT), "DELETE")[0] == 405


def test_a_file_of_ours_is_kept_where_its_address_holds_a_digest(server: Server) -> None:
    path = "/app/static/region_map/kaart.svg"
    _, headers, body = got(server, f"{path}?v=12345678", Accept_Encoding="gzip")
    assert gzip.decompress(body) == (ROOT / "static/region_map/kaart.svg").read_bytes()
    assert "immutable" in headers["cache-control"]
    assert got(server, path)[1]["cache-control"] == "no-cache"


def test_the_shell_is_sent_packed(server: Server) -> None:
    path = "/overzicht?uitgave=2026-najaar"
    _, headers, packed = got(server, path, Accept_Encoding="gzip")
    assert headers["vary"] == "Accept-Encoding"
    plain = got(server, path)[2]
    assert gzip.decompress(packed) == plain
    assert b'<html lang="nl">' in plain


@pytest.mark.browser
def test_a_first_visit_is_light(server: Server) -> None:
    addresses, size = first_visit_speed.loaded(server.port)
    assert size <= 1_300_000 * 0.8
    assert not [one for one in addresses if "MaterialSymbols" in one]
    assert [one for one in addresses if "SourceSans" in one]


def test_an_answer_in_two_parts_is_not_held_back() -> None:
    with socket.socket() as port, socket.socket() as other:
        port.bind(("127.0.0.1", 0))
        port.listen()
        warm.answer_at_once()
        assert port.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        assert not other.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


class Recorded:
    """An application that notes what it is asked, and ends its script or not."""

    def __init__(self, *, ends: bool = True) -> None:
        self.asked: list[str] = []
        self.is_left = False
        self._ends = ends

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        assert (await receive())["type"] == "websocket.connect"
        await send({"type": "websocket.accept"})
        self.asked.append(BackMsg.FromString((await receive())["bytes"]).rerun_script.page_name)
        if self._ends:
            await send({"type": "websocket.send", "bytes": ForwardMsg(script_finished=0).SerializeToString()})
        self.is_left = (await receive())["type"] == "websocket.disconnect"


def test_the_first_page_is_visited_before_the_first_reader(shared: Shared) -> None:
    app = Recorded()
    with store_at(shared("one_region")):
        asyncio.run(warm.up(app))
    assert app.asked == [menu.ALL[0].name]
    assert app.is_left


def test_a_page_that_does_not_end_does_not_keep_the_server(shared: Shared, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm, "PATIENCE", 0.1)
    app = Recorded(ends=False)
    with store_at(shared("one_region")):
        asyncio.run(warm.up(app))
    assert app.asked
    assert not app.is_left


def test_without_an_edition_there_is_nothing_to_visit(tmp_path: Path) -> None:
    app = Recorded()
    with store_at(tmp_path):
        asyncio.run(warm.up(app))
    assert app.asked == []
