"""`python -m tests.screenshots`: every page in three sizes, light and dark, in build/screenshots.

For looking at, not for comparing: a page is finished when somebody has looked at it in all six.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from sdw.ui import menu
from tests.worlds import edition
from tests.worlds.server import CHROMIUM, ROOT, serving

SIZES = {"breed": (1440, 900), "laptop": (1280, 720), "telefoon": (390, 844)}
THEMES = ("light", "dark")
FOLDER = ROOT / "build" / "screenshots"
VIEWS = {"regiokaart": "?regio=AM05", "regio": "?regio=AM05"}


def main(*names: str) -> None:
    """Shoot the pages with these names, or all of them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as store:
        edition.build(Path(store))
        with serving(Path(store)) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(**CHROMIUM)
            for size in SIZES:
                for theme in THEMES:
                    for name in names or [page.name for page in menu.ALL]:
                        print(shoot(browser, address, name, size, theme))  # noqa: T201
            browser.close()


def shoot(browser: Browser, address: str, name: str, size: str, theme: str) -> Path:
    """The whole length of one page."""
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if theme == "dark" else "light",
        locale="nl-NL",
    )
    page = context.new_page()
    page.goto(f"{address}/{name}{VIEWS.get(name, '')}")
    page.wait_for_selector("footer", timeout=60_000)
    page.wait_for_timeout(1500)
    length = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    page.set_viewport_size({"width": width, "height": min(max(length, height), 8000)})
    page.wait_for_timeout(700)
    target = FOLDER / f"{name}-{size}-{theme}.png"
    page.screenshot(path=target)
    context.close()
    return target


if __name__ == "__main__":
    main(*sys.argv[1:])
