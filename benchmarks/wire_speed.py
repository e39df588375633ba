"""What the browser receives, and when it shows something: real Chromium, through a wire that counts.

Frames are the messages as the browser unpacks them; the wire carries them compressed.
"""

from __future__ import annotations

import asyncio
import contextlib
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.page_speed import build
from sdw.dissemination.ui import menu
from tests.worlds.server import CHROMIUM, served

#: Per page: what a reader changes, and how (label of a filter → option, or a click on a shape).
CHANGES: dict[str, tuple[tuple[str, str], ...]] = {
    "overzicht": (("Periode", "2024"),),
    "regiokaart": (("Periode", "2024"), ("Wat wilt u zien?", "Aandeel IPS"), ("Regio", "Twente"), ("", "AM01")),
    "doelen": (("Periode", "2024"), ("Regio", "Twente")),
    "regio": (("Periode", "2024"), ("Regio", "Twente")),
}


class Wire:
    """A proxy that counts what a server sends over the websocket."""

    def __init__(self, port: int) -> None:
        self.port, self.bytes, self.listening = 0, 0, threading.Event()
        self._server = port
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_until_complete, args=(self._run(),), daemon=True).start()
        self.listening.wait(10)

    async def _run(self) -> None:
        listener = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.port = listener.sockets[0].getsockname()[1]
        self.listening.set()
        await listener.serve_forever()

    async def _accept(self, visitor: asyncio.StreamReader, answer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            asked = await visitor.read(65536)
            server, onward = await asyncio.open_connection("127.0.0.1", self._server)
            onward.write(asked)
            counted = b"/_stcore/stream" in asked.split(b"\r\n", 1)[0]
            await asyncio.gather(self._pass(visitor, onward, False), self._pass(server, answer, counted))

    async def _pass(self, source: asyncio.StreamReader, target: asyncio.StreamWriter, counted: bool) -> None:
        with contextlib.suppress(OSError):
            while data := await source.read(65536):
                self.bytes += len(data) * counted
                target.write(data)
                await target.drain()
        target.close()


class Visit:
    """A page in the browser, with the bytes that came in since the last time they were asked."""

    def __init__(self, browser: Browser, wire: Wire) -> None:
        self.context = browser.new_context(bypass_csp=True, viewport={"width": 1280, "height": 900}, locale="nl-NL")
        self.page: Page = self.context.new_page()
        self._wire, self._frames, self._passed = wire, 0, wire.bytes
        self.page.on("websocket", lambda socket: socket.on("framereceived", self._received))

    def _received(self, frame: bytes | str) -> None:
        self._frames += len(frame)

    def after(self, action: Callable[[], object]) -> tuple[int, int]:
        """(bytes of frames, bytes on the wire) of one action, when the page is quiet again."""
        self._frames, self._passed = 0, self._wire.bytes
        action()
        self.page.wait_for_selector("footer", timeout=120_000)
        quiet, last = 0, -1
        while quiet < 5:
            self.page.wait_for_timeout(200)
            quiet, last = (quiet + 1 if self._frames == last and last > 0 else 0), self._frames
        return self._frames, self._wire.bytes - self._passed


def change(page: Page, label: str, option: str) -> None:
    """Choose an option of a filter; without a label, click the shape of a region."""
    if not label:
        page.locator(f"[data-region={option}]").first.click()
        return
    page.get_by_label(label, exact=True).fill(option)
    page.get_by_role("option", name=option, exact=True).first.click()


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """A browser that stops at the end of the block."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**CHROMIUM)  # type: ignore[arg-type]
        yield browser
        browser.close()


def first_paint(browser: Browser, store: Path) -> tuple[float, float]:
    """Seconds from starting the server, and from opening the page, to the first figure on the screen."""
    begin = time.perf_counter()
    with served(store) as server:
        page = browser.new_page()
        opened = time.perf_counter()
        page.goto(f"http://127.0.0.1:{server.port}/overzicht")
        page.wait_for_selector(".sdw-tile strong", timeout=120_000)
        seen = time.perf_counter()
        page.close()
    return seen - begin, seen - opened


def measure() -> list[tuple[str, float, str]]:
    """(what, figure, unit): bytes of the first view and of each change per page, and the first paint."""
    found: list[tuple[str, float, str]] = []
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        store = Path(folder) / "store"
        build(store)
        start, cold = first_paint(browser, store)
        found += [("cold start of server to first figure", start, "s"), ("  from opening the page", cold, "s")]
        with served(store) as server:
            wire = Wire(server.port)
            for name in (page.name for page in menu.ALL):
                visit = Visit(browser, wire)
                address = f"http://127.0.0.1:{wire.port}/{name}"
                sizes = [("first view", visit.after(lambda v=visit, a=address: v.page.goto(a)))]
                for label, option in CHANGES.get(name, ()):
                    sizes.append((option, visit.after(lambda v=visit, c=(label, option): change(v.page, *c))))
                visit.context.close()
                for what, (frames, passed) in sizes:
                    found.append((f"{name}, {what}: frames", frames / 1000, "kB"))
                    found.append((f"{name}, {what}: on the wire", passed / 1000, "kB"))
    return found
