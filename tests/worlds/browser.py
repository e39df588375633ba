"""A real browser, and what it finds in the way of readers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from tests.worlds.server import CHROMIUM


@contextmanager
def chromium(*options: str) -> Iterator[Browser]:
    """Chromium of the system, with more options for its command where given."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=CHROMIUM["executable_path"], args=[*CHROMIUM["args"], *options]
        )
        yield running
        running.close()


def barriers(page: Page) -> list[tuple[str, list[str]]]:
    """What keeps somebody from reading the page, as axe judges it: the rule, and where it is broken."""
    found = Axe().run(page).response["violations"]
    return [
        (rule["id"], [node["html"][:160] for node in rule["nodes"][:3]])
        for rule in found
        if rule["impact"] in ("serious", "critical")
    ]
