"""The matrix of borging on paper: one A4."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.worlds.browser import chromium
from tests.worlds.server import Server, served
from tests.worlds.shared import Shared

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def server(shared: Shared) -> Iterator[Server]:
    with served(shared("shipped")) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


def sheets(browser: Browser, address: str) -> int:
    """On how many sheets of A4 the browser prints what is at an address."""
    page = browser.new_page()
    page.goto(address)
    printed = page.pdf(format="A4", margin=dict.fromkeys(("top", "right", "bottom", "left"), "1cm"))
    page.close()
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", printed))


def test_the_matrix_prints_on_one_a4_and_the_page_with_its_table_on_more(browser: Browser, server: Server) -> None:
    matrix = f"{server.address}/f/laatste/borging-matrix"
    assert sheets(browser, f"{matrix}.svg") == 1
    assert sheets(browser, matrix) > 1


def test_the_whole_matrix_is_within_the_sheet(browser: Browser, server: Server) -> None:
    """At the size at which it is drawn, within the margins of an A4 of 210 by 297 mm, at 96 pixels an inch."""
    page = browser.new_page()
    page.goto(f"{server.address}/f/laatste/borging-matrix.svg")
    width, height = page.evaluate(
        "() => [document.documentElement.width.baseVal.value, document.documentElement.height.baseVal.value]"
    )
    page.close()
    assert width <= (210 - 20) / 25.4 * 96
    assert height <= (297 - 20) / 25.4 * 96
