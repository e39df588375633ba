"""What a first visit of Overzicht costs on the bare server: bytes, and many first visitors at once.

What the page loads is asked of a real browser, once. Then as many visitors as a full hall fetch all of it over six
connections each, as a browser does, and run the page over a websocket; none of them has anything yet.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from pathlib import Path
from typing import Any

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.page_speed import build
from benchmarks.wire_speed import Wire, chromium
from tests.worlds.server import Server, served

PAGE = "overzicht"
VISITORS = 200
#: What a browser opens to one host.
CONNECTIONS = 6
_SETTLED = 2_000


def loaded(port: int, page: str = PAGE) -> tuple[list[str], int]:
    """(addresses on the server, bytes of their answers with their headers) of a first visit in a browser."""
    addresses, sizes = {}, {}
    with chromium() as browser:
        tab = browser.new_page(viewport={"width": 1280, "height": 900}, locale="nl-NL")
        spy = tab.context.new_cdp_session(tab)
        spy.send("Network.enable")

        def received(event: dict[str, Any]) -> None:
            addresses[event["requestId"]] = event["response"]["url"]

        def finished(event: dict[str, Any]) -> None:
            sizes[event["requestId"]] = event["encodedDataLength"]

        spy.on("Network.responseReceived", received)
        spy.on("Network.loadingFinished", finished)
        tab.goto(f"http://127.0.0.1:{port}/{page}")
        tab.wait_for_selector("footer", timeout=120_000)
        tab.wait_for_timeout(_SETTLED)
    own = f"http://127.0.0.1:{port}"
    return [url.removeprefix(own) for url in addresses.values() if url.startswith(own)], int(sum(sizes.values()))


def at_once(server: Server, addresses: list[str], visitors: int = VISITORS) -> tuple[float, float, int]:
    """(seconds until the last of them has everything, the same for the middle one, bytes that one received)."""
    return asyncio.run(_at_once(server.port, addresses, visitors))


async def _at_once(port: int, addresses: list[str], visitors: int) -> tuple[float, float, int]:
    begin = time.perf_counter()

    async def visitor() -> tuple[float, int]:
        shares = [addresses[first::CONNECTIONS] for first in range(CONNECTIONS)]
        received = await asyncio.gather(*(_fetch(port, share) for share in shares))
        size = sum(received) + await _run(port)
        return time.perf_counter() - begin, size

    found = sorted(await asyncio.gather(*(visitor() for _ in range(visitors))))
    return found[-1][0], found[len(found) // 2][0], found[0][1]


async def _fetch(port: int, addresses: list[str]) -> int:
    """Bytes received over one connection that is kept; every answer has to be a good one."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    received = 0
    for address in addresses:
        writer.write(
            f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: */*\r\n"
            "Accept-Encoding: gzip, deflate, br\r\n\r\n".encode()
        )
        head = await reader.readuntil(b"\r\n\r\n")
        if b" 200 " not in head.split(b"\r\n", 1)[0]:
            raise RuntimeError(f"{address}: {head[:200]!r}")
        received += len(head) + await _body(reader, head.lower())
    writer.close()
    return received


async def _body(reader: asyncio.StreamReader, head: bytes) -> int:
    if b"transfer-encoding: chunked" not in head:
        return len(await reader.readexactly(int(head.split(b"content-length:", 1)[1].split(b"\r\n", 1)[0])))
    size = 0
    while True:
        line = await reader.readline()
        length = int(line, 16)
        size += len(line) + len(await reader.readexactly(length + 2))
        if not length:
            return size


async def _run(port: int) -> int:
    """One run of the page over a websocket of its own; the bytes of its messages, unpacked."""
    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    async with websockets.connect(address, subprotocols=["streamlit"], max_size=None, open_timeout=None) as line:  # type: ignore[list-item]
        wish = BackMsg()
        wish.rerun_script.page_name = PAGE
        await line.send(wish.SerializeToString())
        size = 0
        while True:
            data = await line.recv()
            size += len(data)
            message = ForwardMsg.FromString(data if isinstance(data, bytes) else data.encode())
            if message.WhichOneof("type") == "script_finished":
                return size


def websocket_bytes(port: int) -> int:
    """Bytes on the wire of the websocket of a first visit in a browser, packed as they are sent."""
    wire = Wire(port)
    with chromium() as browser:
        tab = browser.new_page(locale="nl-NL")
        tab.goto(f"http://127.0.0.1:{wire.port}/{PAGE}")
        tab.wait_for_selector("footer", timeout=120_000)
        tab.wait_for_timeout(_SETTLED)
    return wire.bytes


def measure() -> list[tuple[str, float, str]]:
    """(what, figure, unit): files and bytes of a first visit, and the seconds of many at once."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        build(store)
        with served(store) as server:
            addresses, size = loaded(server.port)
            size += websocket_bytes(server.port)
            before = server.cpu()
            last, middle, received = at_once(server, addresses)
            busy = (server.cpu() - before) / VISITORS
    return [
        ("first visit of Overzicht: files", len(addresses), "files"),
        ("  bytes with headers and websocket", size / 1e6, "MB"),
        (f"{VISITORS} first visitors at once: the last one has everything", last, "s"),
        ("  the middle one", middle, "s"),
        ("  received by one of them, its messages unpacked", received / 1e6, "MB"),
        ("  CPU of the server per visitor", busy * 1000, "ms"),
    ]
