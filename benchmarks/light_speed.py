"""What a light page costs on the bare server: CPU when it is kept, and as many readers at once as a hall holds.

Nothing stands before the server, and the readers run on the same cores. Each opens a connection of its own and
reads one page, as a phone does that scans a code.
"""

from __future__ import annotations

import asyncio
import http.client
import tempfile
import time
from contextlib import closing
from pathlib import Path

from benchmarks.page_speed import build
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.view.choices import choose
from sdw.edition import editions
from tests.worlds.edition import store_at
from tests.worlds.server import Server, served

#: Answers of which the CPU is measured; readers at once, as in a hall and as nobody hopes for.
ANSWERS = 2_000
HALL, CROWD = 200, 1_000
#: Rounds of the hall, of which the middle one counts.
ROUNDS = 5
#: What every reader asks for: a map, with everything that belongs to it.
PAGE = "kaart"
_ASKED = "GET /{} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n"


def addresses(store: Path) -> list[str]:
    """The page of every drawing as it opens, and of a region."""
    with store_at(store):
        edition = editions.find()
        found = []
        for name, one in registry.ALL.items():
            wanted = {"regio": "AM05"} if "regio" in one.uses else {}
            view = choose(edition, menu.by_name(one.page), wanted).view
            if one.scene(view) is not None:
                found.append(registry.address(name, view, ""))
        return [*found, f"r/AM05?uitgave={edition.label}"]


def fetched(port: int, asked: list[str], count: int) -> list[int]:
    """Bytes of so many answers over one connection, one after another; every one has to be a good one."""
    sizes = []
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=600)) as line:
        for number in range(count):
            line.request("GET", f"/{asked[number % len(asked)]}", headers={"Accept-Encoding": "gzip"})
            answer = line.getresponse()
            sizes.append(len(answer.read()))
            if answer.status != 200:
                raise RuntimeError(f"{asked[number % len(asked)]}: {answer.status}")
    return sizes


def at_once(port: int, address: str, readers: int) -> tuple[list[float], int]:
    """(seconds in which each reader that got it has the page, rising; how many got something else)."""
    return asyncio.run(_at_once(port, address, readers))


async def _at_once(port: int, address: str, readers: int) -> tuple[list[float], int]:
    begin = time.perf_counter()

    async def reader() -> float | None:
        try:
            answer, onward = await asyncio.open_connection("127.0.0.1", port)
            onward.write(_ASKED.format(address, port).encode())
            received = await answer.read()
            onward.close()
        except OSError:
            return None
        return time.perf_counter() - begin if received.startswith(b"HTTP/1.1 200 ") else None

    found = await asyncio.gather(*(reader() for _ in range(readers)))
    good = sorted(one for one in found if one is not None)
    return good, readers - len(good)


def cost(server: Server, asked: list[str]) -> float:
    """CPU milliseconds of the server per answer that is kept."""
    fetched(server.port, asked, len(asked))
    before = server.cpu()
    fetched(server.port, asked, ANSWERS)
    return (server.cpu() - before) / ANSWERS * 1000


def measure() -> list[tuple[str, float, str]]:
    """(what, figure, unit): bytes, CPU per kept answer, and the times of many readers at once."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        build(store)
        asked = addresses(store)
        page = next(one for one in asked if f"/{PAGE}" in one)
        with served(store, SDW_URL="https://monitor.voorbeeld.nl") as server:
            begin = time.perf_counter()
            sizes = fetched(server.port, asked, len(asked))
            first = (time.perf_counter() - begin) / len(asked)
            busy = cost(server, asked)
            rounds = sorted((at_once(server.port, page, HALL) for _ in range(ROUNDS)), key=lambda one: one[0][-1])
            hall, refused = rounds[ROUNDS // 2]
            crowd, lost = at_once(server.port, page, CROWD)
    return [
        (f"light pages: the heaviest of {len(asked)} on the wire", max(sizes) / 1000, "kB"),
        ("  made at its first request, on average", first * 1000, "ms"),
        ("  CPU of the server per answer that is kept", busy, "ms"),
        (f"{HALL} readers at once: p95", hall[int(0.95 * len(hall))] * 1000, "ms"),
        ("  without an answer", refused, "readers"),
        (f"{CROWD} readers at once: p95", crowd[int(0.95 * len(crowd))] * 1000, "ms"),
        ("  without an answer", lost, "readers"),
    ]
