"""`python -m tests.screenshots`: every page in three sizes, light and dark, in build/screenshots.

For looking at, not for comparing: a page is finished when somebody has looked at it in all six. Without
names of pages, the pictures of the README are made anew too.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from sdw.dissemination.ui import menu
from tests.worlds.server import CHROMIUM, ROOT, serving

SIZES = {"breed": (1440, 900), "laptop": (1280, 720), "telefoon": (390, 844)}
THEMES = ("light", "dark")
FOLDER = ROOT / "build" / "screenshots"
VIEWS = {"regiokaart": "?regio=AM05", "regio": "?regio=AM05"}

#: What the README shows: a screenful of a page as it ships, so many pixels from its top.
README = ROOT / "docs" / "images"
PICTURES = {"overzicht": 0, "regiokaart": 0, "doelen": 0}


def main(*names: str) -> None:
    """Shoot the pages with these names; without names all of them, and the pictures of the README."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as store:
        build = (sys.executable, "-m", "sdw", "start", "--build-only")
        subprocess.run(build, check=True, cwd=ROOT, env=os.environ | {"SDW_STORE": store})
        with serving(Path(store)) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(**CHROMIUM)
            for size in SIZES:
                for theme in THEMES:
                    for name in names or [page.name for page in menu.ALL]:
                        print(shoot(browser, address, name, size, theme))  # noqa: T201
            for name in () if names else PICTURES:
                print(picture(browser, address, name))  # noqa: T201
            browser.close()


def shoot(browser: Browser, address: str, name: str, size: str, theme: str) -> Path:
    """The whole length of one page."""
    width, height = SIZES[size]
    page = opened(browser, address, name, size, theme)
    length = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    page.set_viewport_size({"width": width, "height": min(max(length, height), 8000)})
    page.wait_for_timeout(700)
    target = FOLDER / f"{name}-{size}-{theme}.png"
    page.screenshot(path=target)
    page.context.close()
    return target


def picture(browser: Browser, address: str, name: str) -> Path:
    """A screenful of one page."""
    page = opened(browser, address, name, "breed", "light")
    page.evaluate(f"document.querySelector('[data-testid=stMain]').scrollTop = {PICTURES[name]}")
    page.wait_for_timeout(300)
    target = README / f"{name}.png"
    target.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=target)
    page.context.close()
    return target


def opened(browser: Browser, address: str, name: str, size: str, theme: str) -> Page:
    """One page, drawn and at rest."""
    width, height = SIZES[size]
    context = browser.new_context(
        bypass_csp=True,
        viewport={"width": width, "height": height},
        color_scheme="dark" if theme == "dark" else "light",
        locale="nl-NL",
    )
    page = context.new_page()
    page.goto(f"{address}/{name}{VIEWS.get(name, '')}")
    page.wait_for_selector("footer", timeout=60_000)
    page.wait_for_timeout(1500)
    return page


if __name__ == "__main__":
    main(*sys.argv[1:])
