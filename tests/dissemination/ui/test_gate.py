"""The gate, by raw requests: who is let in, what every answer carries, and what a wrong message costs."""

from __future__ import annotations

import asyncio
import logging
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import streamlit
import websockets.sync.client
from starlette.applications import Starlette
from starlette.routing import Route
from streamlit.proto.BackMsg_pb2 import BackMsg

from sdw.dissemination.ui.server import answers, gate, line
from sdw.text.errors import UserError
from tests.worlds.outside import Outside, watched
from tests.worlds.raw import STREAM, Answer, after_handshake, asked, frame, handshake
from tests.worlds.server import ROOT, Server, free_port, served
from tests.worlds.shared import Shared

CLOSED = (
    "/_stcore/metrics",
    "/_stcore/script-health-check",
    "/_stcore/agent/openapi.json",
    "/_stcore/agent/mcp",
    "/_stcore/agent/interact",
    "/_stcore/message",
    "/auth/login",
    "/auth/logout",
    "/oauth2callback",
    "/component/anything/index.html",
    "/index.html",
    "/manifest.json",
    "/static/nothing.js",
    "/static/js/",
    "/app/static/nothing.js",
    "/media/6d00148b68786b4bb362f908a9bdd308.csv",
    "/wp-login.php",
    "/robots.txt",
    "/.env",
    "/overzicht.html",
    "/doelen/2025",
    "/nergens",
    "//doelen",
    "/doelen/../_stcore/metrics",
    "/%5f_stcore/metrics",
)
FIXED = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "x-frame-options": "DENY",
}


@dataclass(frozen=True, slots=True)
class Visited:
    """A deployment for visitors, all of whose ways out are watched, and what it writes."""

    server: Server
    outside: Outside

    @property
    def port(self) -> int:
        return self.server.port


@pytest.fixture(scope="module")
def store(shared: Shared, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy: a start adds what ships with this version to a store."""
    return shared.copy("one_region", tmp_path_factory.mktemp("gate"))


@pytest.fixture(scope="module")
def public(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visited]:
    public_store = tmp_path_factory.mktemp("openbaar")
    (public_store / "editions").symlink_to(store / "editions")
    with (
        watched(tmp_path_factory.mktemp("buiten")) as outside,
        served(
            public_store,
            **outside.environment,
            SDW_PUBLIC="1",
            SDW_HOSTS="monitor.voorbeeld.nl, elders.voorbeeld.nl:8443",
        ) as running,
    ):
        yield Visited(running, outside)


@pytest.fixture(scope="module")
def framed(store: Path) -> Iterator[Server]:
    with served(store, SDW_FRAME_ANCESTORS="https://www.voorbeeld.nl https://*.partner.nl") as running:
        yield running


def has_headers(answer: Answer) -> bool:
    policy = answer.headers.get("content-security-policy", "")
    return (
        all(answer.headers.get(name) == value for name, value in FIXED.items())
        and "camera=()" in answer.headers.get("permissions-policy", "")
        and "frame-ancestors 'none'" in policy
        and "default-src 'none'" in policy
        and not [name for name in answer.headers if name.startswith("access-control-")]
    )


def is_ours(answer: Answer, status: int) -> bool:
    """Refused with our own short text."""
    return answer.status == status and answers.say(f"gate.title_{status}") in answer.body and has_headers(answer)


def test_a4_a_handshake_from_another_site_is_refused_and_nothing_leaves_the_building(public: Visited) -> None:
    for origin in ("http://evil.example", "https://127.0.0.1.evil.example", "http://localhost:3000", "null", "x"):
        assert is_ours(handshake(public.port, Origin=origin), 403), origin
    assert handshake(public.port, Origin=f"http://127.0.0.1:{public.port}").status == 101
    assert handshake(public.port).status == 101
    assert asked(public.port, "/overzicht", Origin="http://evil.example").status == 403
    assert public.outside.seen() == []


def test_a4_the_watch_sees_what_goes_out(tmp_path: Path) -> None:
    with watched(tmp_path) as outside:
        told = "import requests, socket; requests.get('http://checkip.example'); "
        told += "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('8.8.8.8', 1))"
        subprocess.run([sys.executable, "-c", told], env=os.environ | outside.environment, check=True)
        assert outside.seen() == ["GET http://checkip.example/ HTTP/1.1", "socket.connect ('8.8.8.8', 1)"]


def test_a4_started_on_all_addresses_it_asks_nobody_where_it_is(store: Path, tmp_path: Path) -> None:
    port = free_port()
    command = [sys.executable, "-m", "sdw", "start", "--host", "0.0.0.0", "--port", str(port)]
    with watched(tmp_path) as outside, (tmp_path / "said.txt").open("w") as said:
        environment = os.environ | outside.environment | {"SDW_STORE": str(store)}
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=said, stderr=said)
        try:
            _wait_for(port)
            assert asked(port, "/overzicht", Accept="text/html").status in (200, 307)
            assert is_ours(asked(port, "/overzicht", Host="192.0.2.7"), 421)
            assert is_ours(handshake(port, Origin="http://evil.example"), 403)
        finally:
            process.terminate()
            process.wait(timeout=600)
        assert outside.seen() == []
    told = (tmp_path / "said.txt").read_text()
    assert f"http://localhost:{port}" in told
    assert "SDW_HOSTS" in told
    assert "Streamlit" not in told


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        try:
            asked(port, "/_stcore/health")
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(port)


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "localhost@evil.example", "a b"])
def test_a5_a_foreign_host_is_refused_with_its_own_origin_too(public: Visited, host: str) -> None:
    for path in ("/overzicht", "/_stcore/health", "/_stcore/host-config", "/nergens"):
        assert is_ours(asked(public.port, path, Host=host), 421)
        assert is_ours(asked(public.port, path, Host=host, Origin=f"http://{host}"), 421)
    assert is_ours(handshake(public.port, Host=host, Origin=f"http://{host}"), 421)


def test_a5_a_request_names_one_host(public: Visited) -> None:
    assert asked(public.port, "/overzicht", Host=f"127.0.0.1\r\nHost: 127.0.0.1:{public.port}").status == 400


def test_a5_loopback_and_configured_names_are_let_in(public: Visited) -> None:
    for host in ("localhost", f"localhost:{public.port}", "127.0.0.1", "[::1]:8501", "LOCALHOST"):
        assert asked(public.port, "/_stcore/health", Host=host).status == 200, host
    for host in (
        "monitor.voorbeeld.nl",
        "Monitor.Voorbeeld.nl:443",
        "monitor.voorbeeld.nl.",
        "elders.voorbeeld.nl",
    ):
        assert asked(public.port, "/_stcore/health", Host=host).status == 200, host
        assert handshake(public.port, Host=host, Origin=f"https://{host}").status == 101
    # A proxy that does not pass the name on.
    assert handshake(public.port, Origin="https://monitor.voorbeeld.nl").status == 101
    assert handshake(public.port, Origin="https://elders.voorbeeld.nl:8443").status == 101
    assert handshake(public.port, Origin="https://elders.voorbeeld.nl").status == 403
    assert handshake(public.port, Origin="ftp://monitor.voorbeeld.nl").status == 403
    assert public.outside.seen() == []


@pytest.mark.parametrize(
    ("path", "method", "status"),
    [
        ("/overzicht?uitgave=2026-najaar", "GET", 200),
        ("/overzicht", "GET", 307),
        ("/", "GET", 307),
        ("/Doelen/", "GET", 307),
        ("/_stcore/health", "GET", 200),
        ("/_stcore/host-config", "GET", 200),
        ("/app/static/region_map/map.js", "GET", 200),
        ("/favicon.png", "HEAD", 200),
        ("/nergens", "GET", 404),
        ("/overzicht", "POST", 405),
        ("/_stcore/upload_file/x/y", "PUT", 403),
        ("/_stcore/upload_file/x/y", "OPTIONS", 204),
    ],
)
def test_a5_every_answer_carries_the_headers(public: Visited, path: str, method: str, status: int) -> None:
    answer = asked(public.port, path, method)
    assert answer.status == status
    assert has_headers(answer), answer.headers
    if status >= 400:
        assert answers.say(f"gate.title_{status}") in answer.body


def test_a5_so_do_streamlits_own_files_and_websockets(public: Visited) -> None:
    script = next((Path(streamlit.__file__).parent / "static/static/js").glob("index.*.js"))
    assert has_headers(asked(public.port, f"/static/js/{script.name}"))
    assert has_headers(handshake(public.port))
    assert is_ours(handshake(public.port, path="/_stcore/other"), 404)


def test_a5_so_does_a_fault_of_our_own() -> None:
    def fail(_: object) -> None:
        raise ZeroDivisionError

    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def ask() -> None:
        scope = {"type": "http", "method": "GET", "path": "/doelen", "query_string": b"", "headers": []}
        scope["headers"] = [(b"host", b"localhost"), (b"accept", b"text/html")]
        await gate.Gate(Starlette(routes=[Route("/doelen", fail)]))(scope, send, send)  # type: ignore[arg-type]

    with pytest.raises(ZeroDivisionError):  # for the log of the server
        asyncio.run(ask())
    start, body = sent
    assert start["status"] == 500
    assert (b"x-content-type-options", b"nosniff") in start["headers"]
    assert answers.say("gate.why_500") in body["body"].decode()


def test_a5_only_listed_sites_may_frame_a_page(framed: Server) -> None:
    answer = asked(framed.port, "/overzicht?uitgave=2026-najaar")
    policy = answer.headers["content-security-policy"]
    assert "frame-ancestors https://www.voorbeeld.nl https://*.partner.nl" in policy
    assert "x-frame-options" not in answer.headers


def test_a5_no_page_elsewhere_is_listened_to(public: Visited) -> None:
    assert '"allowedOrigins":[]' in asked(public.port, "/_stcore/host-config").body


@pytest.mark.parametrize(
    ("name", "value", "key"),
    [
        ("SDW_HOSTS", "https://monitor.nl", "gate.no_host"),
        ("SDW_HOSTS", "monitor.nl,*", "gate.no_host"),
        ("SDW_FRAME_ANCESTORS", "*", "gate.no_ancestor"),
        ("SDW_FRAME_ANCESTORS", "www.voorbeeld.nl", "gate.no_ancestor"),
        ("SDW_FRAME_ANCESTORS", "https://a.nl;script-src", "gate.no_ancestor"),
    ],
)
def test_a5_a_list_that_is_not_right_is_said_at_the_start(name: str, value: str, key: str) -> None:
    with pytest.raises(UserError) as refused:
        gate.rules({name: value}, "127.0.0.1")
    assert refused.value.key == key
    assert name in str(refused.value)


def test_a5_the_address_it_is_started_on_is_let_in() -> None:
    assert gate.rules({}, "10.1.2.3").admits_host("10.1.2.3:8501")
    assert not gate.rules({}, "10.1.2.3").admits_host("10.1.2.4:8501")
    assert gate.rules({}, "fd00::7").admits_host("[fd00::7]:8501")
    assert not gate.rules({}, "0.0.0.0").admits_host("0.0.0.0:8501")


@pytest.mark.parametrize("path", CLOSED)
def test_a6_what_a_visitor_does_not_need_is_not_there(public: Visited, path: str) -> None:
    for accept in ("text/html", "*/*", "application/json"):
        answer = asked(public.port, path, Accept=accept)
        assert is_ours(answer, 404), (answer.status, answer.body[:200])
        assert "treamlit" not in answer.body.rsplit("</style>", 1)[-1]
    assert 'lang="nl"' in asked(public.port, path, Accept="text/html").body


def test_a6_the_steward_sees_the_metrics_on_the_own_machine(framed: Server) -> None:
    assert "# TYPE" in asked(framed.port, "/_stcore/metrics").body


def message(**fields: bool) -> bytes:
    return BackMsg(**fields).SerializeToString()  # type: ignore[arg-type]


WRONG = {
    "text": frame(1, b"hello"),
    "no message": frame(2, b"\xff" * 40),
    "too big": frame(2, b"\x00" * (line.LIMIT + 1)),
    "not masked": frame(2, b"abc", masked=False),
    "no such code": frame(0xB, b"abc"),
    "not utf-8": frame(1, b"\xff\xfe\xfd"),
    "reserved bit": bytes([0xF2, 0x80, 1, 2, 3, 4]),
    "long ping": frame(9, b"a" * 200),
    "loose end": frame(0, b"abc"),
}


def test_a6_a_wrong_frame_costs_a_line_and_a_flood_of_them_not_more(public: Visited) -> None:
    before = len(public.server.said().splitlines())
    for name, wrong in WRONG.items():
        assert after_handshake(public.port, wrong, wait=1).startswith(b"HTTP/1.1 101"), name
    for _ in range(40):
        after_handshake(public.port, WRONG["text"])
    said = public.server.said().splitlines()[before:]
    assert "Traceback" not in "\n".join(said)
    assert 3 <= len(said) <= 2 * line.LINES, said
    assert handshake(public.port).status == 101


def test_a6_lines_that_were_left_out_are_counted(caplog: pytest.LogCaptureFixture) -> None:
    log = logging.getLogger("sdw.test.sparing")
    sparing = line.Sparing(lines=2, per=0.2)
    log.addFilter(sparing)
    for _ in range(5):
        log.warning("fout")
    time.sleep(0.25)
    log.warning("fout")
    log.removeFilter(sparing)
    assert [record.getMessage() for record in caplog.records] == [
        "fout",
        "fout",
        "fout (en nog 3 meldingen die niet zijn opgeschreven)",
    ]


@pytest.mark.parametrize("wrong", ["text", "no message", "too big"])
def test_a6_who_sends_a_wrong_message_is_told_why(public: Visited, wrong: str) -> None:
    codes = {"text": line.NOT_BINARY, "no message": line.WRONG, "too big": line.TOO_BIG}
    received = after_handshake(public.port, WRONG[wrong])
    assert answers.say(f"gate.line_{codes[wrong]}").encode() in received


def test_a6_a_visitor_cannot_clear_what_is_kept_for_all(public: Visited) -> None:
    address = f"ws://127.0.0.1:{public.port}{STREAM}"
    with websockets.sync.client.connect(address, subprotocols=["streamlit"], max_size=None) as visit:  # type: ignore[list-item]
        for unwanted in ("clear_cache", "load_git_info", "debug_shutdown_runtime", "set_run_on_save"):
            visit.send(message(**{unwanted: True}))
        start = BackMsg()
        start.rerun_script.page_name = "gegevens"
        visit.send(start.SerializeToString())
        assert visit.recv(timeout=600)
    assert "Traceback" not in public.server.said()


def test_a6_a_file_over_the_limit_is_refused_in_dutch(public: Visited) -> None:
    answer = asked(public.port, "/_stcore/upload_file/a/b", "PUT", Content_Length="21000000")
    assert answer.status in (403, 413)
    assert answers.say(f"gate.why_{answer.status}") in answer.body
