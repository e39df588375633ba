"""A real browser, and what it finds in the way of readers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.worlds.patience import LONG_MS
from tests.worlds.server import CHROMIUM


@contextmanager
def chromium(*options: str) -> Iterator[Browser]:
    """Chromium of the system, with more options for its command where given."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=CHROMIUM["executable_path"], args=[*CHROMIUM["args"], *options]
        )
        _be_patient(running)
        # Waiting for a state lets the page work out a text, which its rules for scripts forbid: only the tests of
        # those rules keep them.
        for name in ("new_page", "new_context"):
            setattr(running, name, partial(getattr(running, name), bypass_csp=True))
        yield running
        running.close()


def _be_patient(browser: Browser) -> None:
    """No page of this browser gives up because the machine is busy."""
    expect.set_options(timeout=LONG_MS)
    fresh = browser.new_context

    def new_context(**options: Any) -> BrowserContext:
        context = fresh(**options)
        context.set_default_timeout(LONG_MS)
        return context

    browser.new_context = new_context  # type: ignore[method-assign]
    browser.new_page = lambda **options: new_context(**options).new_page()  # type: ignore[method-assign]


def settle(page: Page) -> None:
    """Wait until the page has nothing more to do: its script ran, nothing is stale, and it stays so."""
    page.wait_for_function("!document.querySelector('[data-stale=true]')")
    page.wait_for_function(_STILL, polling=100)


_STILL = """() => {
    const app = document.querySelector('[data-testid=stApp]');
    const state = app ? app.dataset.testScriptState : 'notRunning';
    const moving = document.getAnimations().filter(one => one.playState === 'running').length;
    const now = [document.body.innerHTML.length, document.documentElement.scrollHeight, scrollY, moving].join();
    const same = (!state || state === 'notRunning') && window.sdwLast === now;
    window.sdwSame = same ? (window.sdwSame || 0) + 1 : 0;
    window.sdwLast = now;
    return window.sdwSame >= 10;
}"""


def barriers(page: Page) -> list[tuple[str, list[str]]]:
    """What keeps somebody from reading the page, as axe judges it: the rule, and where it is broken."""
    found = Axe().run(page).response["violations"]
    return [
        (rule["id"], [node["html"][:160] for node in rule["nodes"][:3]])
        for rule in found
        if rule["impact"] in ("serious", "critical")
    ]
