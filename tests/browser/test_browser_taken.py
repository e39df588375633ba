"""What a reader takes along is what the reader sees: every file under every drawing and table is opened again and
compared with the words of the page in the browser, not with what it was made from.
"""

from __future__ import annotations

import csv
import io
import re
import struct
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import urljoin, urlsplit

import openpyxl
import pytest
from playwright.sync_api import Browser, Page, Route, expect

from sdw.dissemination.ui import menu
from tests.worlds.browser import chromium, settle
from tests.worlds.paper import Document
from tests.worlds.server import Server, served
from tests.worlds.shared import Shared

pytestmark = pytest.mark.browser

#: Pages with lines of actions, each with a region chosen, and Doelen as a reader may look at it.
VIEWS = {
    **{page.name: "?regio=AM05" for page in menu.ALL if page.name not in ("gegevens", "verantwoording")},
    "doelen?volgorde=noord_zuid&toon=gestart_onder&maatlat=ao": "&periode=2025",
    "regio?naast=AM01,AM22": "&regio=AM24",
}
#: Drawings of which some figures stand in a table elsewhere on the page.
ELSEWHERE = ("verzuim-klein", "verzuim-sectoren", "burnout-sectoren")
#: Every line of actions: its links, and the words of what stands above it (shapes say theirs when pointed at).
READ = """() => [...document.querySelectorAll(".sdw-take")].map((line) => {
  const inside = (one) => {
    const found = [], walk = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) found.push(walk.currentNode.data);
    return found.concat([...one.querySelectorAll("[aria-label], [alt], [data-tip]")].flatMap(
      (inner) => ["aria-label", "alt", "data-tip"].map((name) => inner.getAttribute(name) ?? ""))).join(" ");
  };
  const words = (one) => one ? inside(one) : "";
  const around = [line.previousElementSibling, line.closest("[class*=st-key-]")];
  const map = document.querySelector(".sdw-map");
  return [[...line.querySelectorAll("a")].map((link) => [link.textContent, link.href]), around.map(words).join(" "),
          words(map)];
})"""


@dataclass(frozen=True)
class Line:
    """A line of actions: words → address, and what a reader sees above it."""

    links: dict[str, str]
    seen: str

    @property
    def name(self) -> str:
        """What the line is under, by its name in the address."""
        return PurePosixPath(urlsplit(next(iter(self.links.values()))).path).stem


@pytest.fixture(scope="module")
def server(shared: Shared) -> Iterator[Server]:
    with served(shared("shipped")) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


def lines_of(page: Page) -> list[Line]:
    read = page.evaluate(READ)
    return [
        Line(dict(links), " ".join((seen + (on_map if "kaart" in links[0][1] else "")).split()))
        for links, seen, on_map in read
    ]


def number_of(text: str) -> float | None:
    """A number as a file has it, None for an empty cell."""
    return float(text.replace(".", "").replace(",", ".")) if text else None


def written(value: float) -> set[str]:
    """A number as a page may write it: rounded to 0, 1 or 2 decimals."""
    swapped = str.maketrans(",.", ".,")
    return {f"{value:,.{decimals}f}".translate(swapped) for decimals in (0, 1, 2)}


def is_seen(number: str, words: str) -> bool:
    return re.search(rf"(?<![\d.,]){re.escape(number)}(?![\d]|[.,]\d)", words) is not None


@pytest.mark.parametrize("name", VIEWS)
def test_every_file_under_a_drawing_or_table_is_what_stands_above_it(
    browser: Browser, server: Server, name: str
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    page.goto(f"{server.address}/{name}{VIEWS[name]}")
    page.wait_for_selector("footer")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    settle(page)
    lines, whole = lines_of(page), " ".join(page.evaluate("document.body.textContent").split())
    assert len(lines) >= 2
    for line in lines:
        rows: list[dict[str, str]] = []
        for words, address in line.links.items():
            answer = page.request.get(urljoin(page.url, address))
            assert answer.status == 200, address
            kind = PurePosixPath(urlsplit(address).path).suffix
            if kind == ".svg":
                title = ET.fromstring(answer.body()).findtext("{http://www.w3.org/2000/svg}title")
                assert title and "{" not in title, address
            elif kind == ".png":
                assert struct.unpack(">II", answer.body()[16:24]) == (1200, 627), address
            elif kind == ".pdf":
                assert "uitgave 2026-najaar" in Document(answer.body()).pages[-1], address
            elif kind == ".csv":
                text = io.StringIO(answer.body().decode("utf-8-sig"), newline="")
                rows = list(csv.DictReader(text, delimiter=";"))
                assert re.search(r"\d[\d.]*|1 rij", words), words
                told = int(re.sub(r"\D", "", words) or 1)
                assert told == len(rows), address
                of_states = "Stand" in rows[0]
                filled = ("Stand", "Hoe bekend", "Herkomst") if of_states else ("Status", "Bron")
                assert all(row[name] for row in rows for name in (*filled, "Uitgave")), address
            elif kind == ".xlsx":
                sheet = openpyxl.load_workbook(io.BytesIO(answer.body())).worksheets[0]
                head, *cells = sheet.iter_rows(values_only=True)
                if "Stand" in head:
                    at = head.index("Stand")
                    assert [row[at] for row in cells] == [row["Stand"] for row in rows], address
                    continue
                at, state = head.index("Waarde"), head.index("Status")
                values = [(float(row[at]) if row[at] is not None else None, row[state]) for row in cells]
                # A workbook keeps 15 digits.
                told = [(number_of(row["Waarde"]), row["Status"]) for row in rows]
                assert [state for _, state in values] == [state for _, state in told], address
                for (one, _), (other, _) in zip(values, told, strict=True):
                    assert one == other or one == pytest.approx(other, rel=1e-12), address
            else:
                assert re.search("<h1>[^<]+</h1>", answer.text()) and "<svg" in answer.text(), address
        words = whole if line.name in ELSEWHERE else line.seen
        for row in rows:
            if "Stand" in row:
                assert row["Stand"] in words.casefold(), (line.name, row, words[:400])
                continue
            value = number_of(row["Waarde"])
            wanted = {row["Status"]} if value is None else written(value)
            seen = any(one in words if value is None else is_seen(one, words) for one in wanted)
            assert seen, (line.name, row, words[:400])
    page.close()


def test_beside_a_document_stands_that_it_is_being_made_until_it_is_there(browser: Browser, server: Server) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    page.goto(f"{server.address}/regio?regio=AM05")
    page.wait_for_selector("footer")
    settle(page)
    link = page.locator("a[href*='/regio.pdf']").first
    waiting: list[Route] = []
    page.route("**/p/**", lambda route: waiting.append(route))
    link.click()
    said = page.get_by_role("status").filter(has_text="wordt gemaakt")
    expect(said).to_be_visible()
    link.click()
    assert len(waiting) == 1, "what is being made is not asked for twice"
    with page.expect_download() as saving:
        waiting[0].continue_()
    assert saving.value.suggested_filename == "sdw-2026-najaar-factsheet-am05-twente-voorbeeld.pdf"
    assert Path(saving.value.path()).read_bytes().startswith(b"%PDF-")
    expect(said).to_have_count(0)
    page.unroute("**/p/**")
    page.route("**/p/**", lambda route: route.fulfill(status=503, body="Niet nu"))
    link.click()
    expect(page.locator("body")).to_have_text("Niet nu")
    page.close()
