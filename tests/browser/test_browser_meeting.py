"""Stuurgroep as a member with ten minutes: five questions, each one click from its answer, and a claim to ask."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from sdw.text.dutch import say
from tests.worlds.browser import barriers, chromium, settle
from tests.worlds.server import serving
from tests.worlds.shared import Shared

pytestmark = pytest.mark.browser

#: Question → what answers it, after the click.
ANSWERS = {
    "there": ".sdw-lead >> text=van de ambitie",
    "who": ".sdw-lead >> text=100 trajecten of meer in",
    "changed": f"h2 >> text={say('since.title')}",
    "decide": ".sdw-points li >> nth=0",
    "say": f"h2 >> text={say('page.claims.title')}",
}


@pytest.fixture(scope="module")
def address(shared: Shared) -> Iterator[str]:
    with serving(shared("shipped")) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture(params=[(1280, 720), (390, 844)], ids=["wide", "phone"])
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    width, height = request.param
    one = browser.new_context(viewport={"width": width, "height": height}, locale="nl-NL").new_page()
    one.goto(f"{address}/stuurgroep")
    one.wait_for_selector("footer")
    settle(one)
    yield one
    one.context.close()


@pytest.mark.parametrize("name", ANSWERS)
def test_each_question_of_a_member_is_one_click_from_its_answer(page: Page, name: str) -> None:
    row = page.locator(".sdw-facts div", has_text=say(f"meeting.question_{name}")).first
    row.get_by_role("link").click()
    page.wait_for_selector("footer")
    settle(page)
    expect(page.locator(ANSWERS[name]).first).to_be_in_viewport()


def test_a_claim_is_asked_by_keyboard_and_what_may_be_said_is_there(page: Page) -> None:
    typed = page.get_by_label(say("page.claims.typed"))
    typed.fill("Het verzuim stijgt")
    typed.press("Enter")
    page.wait_for_url("**bewering=verzuim**")
    expect(page.get_by_text("Zo lezen wij het: het verzuim")).to_be_visible()
    expect(page.get_by_role("heading", name=say("page.claims.instead"))).to_be_visible()
    expect(typed).to_have_value("")
    settle(page)
    assert barriers(page) == []
