"""The file for a hall in a real Chromium with the network cut: every slide of every set, large enough and whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sdw.dissemination.blocks.presenting import deck
from sdw.dissemination.blocks.presenting.deck import Deck
from sdw.dissemination.exports.hall import files
from sdw.edition import editions
from sdw.reference.presenting import sets as presenting
from tests.worlds import light
from tests.worlds.browser import barriers, chromium, settle
from tests.worlds.edition import store_at
from tests.worlds.server import Server, served
from tests.worlds.shared import Shared

pytestmark = pytest.mark.browser

SETS = tuple(presenting.sets())
SIZES = ((1280, 720), (1920, 1080))
URL = "https://monitor.example.nl"

#: Every text that shows on the slide of now: its size in pixels, and the words that stand outside or over others.
_MEASURED = """() => {
    const slide = document.querySelector('.slide.now'), frame = slide.getBoundingClientRect();
    const foot = slide.querySelector('footer').getBoundingClientRect();
    const sizes = [], outside = [], over = [];
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const text = walker.currentNode, of = text.parentElement;
        if (!text.data.trim() || of.closest('.notes, title, [hidden]')) continue;
        const matrix = of instanceof SVGElement ? of.getScreenCTM() : null;
        const scale = matrix ? Math.hypot(matrix.a, matrix.b) : frame.width / 1280;
        sizes.push([parseFloat(getComputedStyle(of).fontSize) * scale, text.data]);
        const range = document.createRange();
        range.selectNodeContents(text);
        const box = range.getBoundingClientRect();
        if (of.closest('.over') || !box.width) continue;
        if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1
            || box.bottom > frame.bottom + 1) outside.push(text.data);
        if (!of.closest('footer') && box.bottom > foot.top + 2) over.push(text.data);
    }
    return { sizes, outside, over, width: frame.width, scroll: [scrollX, scrollY] };
}"""
_TEXTS_APART = """() => {
    const every = document.querySelectorAll('.now .drawn text, .now .said > *, .now figcaption');
    const boxes = [...every]
        .filter((one) => !one.closest('[hidden]')).map((one) => [one.textContent, one.getBoundingClientRect()]);
    const found = [];
    boxes.forEach(([a, p], i) => boxes.slice(i + 1).forEach(([b, q]) => {
        const wide = Math.min(p.right, q.right) - Math.max(p.left, q.left);
        const high = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
        const scale = innerWidth / 1280;
        if (wide > 2 * scale && high > 7 * scale) found.push([a, b]);
    }));
    return found;
}"""
_WHERE = "Number(document.querySelector('.slide.now .page').textContent.split(' / ')[0])"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture(scope="module")
def decks(shared: Shared, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, tuple[Deck, Path]]]:
    """Every set as a file on a disk, with the codes of a monitor that has an address."""
    folder = tmp_path_factory.mktemp("zaal")
    found = {}
    with pytest.MonkeyPatch.context() as patched, store_at(shared("shipped")):
        patched.setenv("SDW_URL", URL)
        files.written.cache_clear()
        for name, one in presenting.sets().items():
            made = deck.of(editions.find(), name, (), "AM05" if one.is_regional else "")
            file = folder / files.name(made)
            file.write_text(files.written(made), encoding="utf-8")
            found[name] = (made, file)
        files.written.cache_clear()
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Without a network; what it asks and what goes wrong in it is kept."""
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 720}, locale="nl-NL")
    opened = context.new_page()
    asked: list[str] = []
    opened.on("request", lambda one: asked.append(one.url))
    opened.on("pageerror", lambda one: asked.append(f"error: {one}"))
    yield opened
    assert [one for one in asked if not one.startswith(("file://", "data:"))] == []
    context.close()


def open_file(page: Page, file: Path) -> None:
    page.goto(file.as_uri())
    page.wait_for_function("document.fonts.status === 'loaded' && document.querySelector('.slide.now')")


def where(page: Page) -> int:
    return int(page.evaluate(_WHERE))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", SETS)
def test_every_slide_is_large_enough_and_whole(
    page: Page, decks: dict[str, tuple[Deck, Path]], name: str, size: tuple[int, int]
) -> None:
    made, file = decks[name]
    page.set_viewport_size({"width": size[0], "height": size[1]})
    open_file(page, file)
    names = []
    for place in range(1, len(made.slides) + 3):
        assert where(page) == place
        found = page.evaluate(_MEASURED)
        assert found["width"] == pytest.approx(size[0], abs=1)
        assert min(found["sizes"])[0] >= 28 * size[0] / 1280 - 0.05, min(found["sizes"])
        assert found["outside"] == found["over"] == [] and found["scroll"] == [0, 0]
        assert page.evaluate(_TEXTS_APART) == []
        leads = page.locator(".slide.now .code").get_attribute("data-address")
        assert light.scanned(page.screenshot()) == [leads], "a phone reads the code as it is shown"
        names.append(page.locator(".slide.now").get_attribute("data-name"))
        page.keyboard.press("ArrowRight")
    assert names == ["", *(one.name for one in made.slides), made.map.name]
    assert where(page) == len(made.slides) + 2, "after the last slide it stays"


def test_the_mark_of_a_concept_is_as_large_and_takes_nothing_away(
    page: Page, shared: Shared, tmp_path: Path
) -> None:
    with store_at(shared("shipped")):
        made = deck.of(editions.find(), "stuurgroep")
        html = files.written(made, "CONCEPT, niet openbaar: uitgave 2026-najaar, voor directeur beleid (link 1)")
    (tmp_path / "concept.html").write_text(html, encoding="utf-8")
    open_file(page, tmp_path / "concept.html")
    for _ in range(len(made.slides) + 2):
        found = page.evaluate(_MEASURED)
        assert min(found["sizes"])[0] >= 27.95 and found["outside"] == found["over"] == []
        expect(page.locator(".now .over")).to_be_visible()
        page.keyboard.press("ArrowRight")


def test_every_key_does_what_the_list_says(page: Page, decks: dict[str, tuple[Deck, Path]]) -> None:
    made, file = decks["stuurgroep"]
    open_file(page, file)
    last = len(made.slides) + 2
    for key in ("ArrowRight", "ArrowDown", "PageDown", "Space", "Enter"):
        before = where(page)
        page.keyboard.press(key)
        assert where(page) == before + 1, key
    for key in ("ArrowLeft", "ArrowUp", "PageUp", "Backspace"):
        before = where(page)
        page.keyboard.press(key)
        assert where(page) == before - 1, key
    page.keyboard.press("End")
    assert where(page) == last
    page.keyboard.press("Home")
    assert where(page) == 1
    page.keyboard.type("4")
    page.keyboard.press("Enter")
    assert where(page) == 4
    assert page.evaluate("location.hash") == "#4"
    dark = page.locator("#dark")
    for key in ("b", "."):
        page.keyboard.press(key)
        expect(dark).to_be_visible()
        page.keyboard.press(key)
        expect(dark).to_be_hidden()
    page.keyboard.press(".")
    page.keyboard.press("PageDown")
    expect(dark).to_be_hidden()
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#help")).to_be_hidden()
    page.keyboard.press("q")
    expect(page.locator("#large .code")).to_be_visible()
    address = f"{URL}/{made.slides[where(page) - 2].address}"
    assert page.locator("#large .code").get_attribute("data-address") == address
    assert set(light.scanned(page.screenshot())) == {address}
    page.keyboard.press("Escape")
    expect(page.locator("#large")).to_be_hidden()


def test_b_alone_is_black_and_with_two_letters_a_region(page: Page, decks: dict[str, tuple[Deck, Path]]) -> None:
    _, file = decks["werkgever"]
    open_file(page, file)
    page.keyboard.type("twe")
    expect(page.locator("#regions li:visible h3")).to_have_text("Twente")
    page.keyboard.press("Home")
    page.keyboard.type("dre")
    expect(page.locator("#regions li:visible h3")).to_have_text("Drechtsteden")
    expect(page.locator("#dark")).to_be_hidden()


def test_three_letters_lead_to_every_region(page: Page, decks: dict[str, tuple[Deck, Path]]) -> None:
    """Or to a choice of those that begin so, in which more letters decide."""
    made, file = decks["professional"]
    open_file(page, file)
    find = page.locator("#find")
    for place in made.places:
        page.keyboard.press("Home")
        letters = "".join(letter for letter in place.name.lower() if letter.isalpha())[:3]
        page.keyboard.type(letters)
        assert where(page) == len(made.slides) + 2, place.name
        find.fill(place.name)
        shown = page.locator("#regions li:visible")
        expect(shown).to_have_count(1)
        expect(shown.locator("h3")).to_have_text(place.name)
        for what, told in place.facts:
            expect(shown).to_contain_text(what)
            expect(shown).to_contain_text(told)
        assert page.evaluate(_MEASURED)["over"] == [], place.name
        assert page.locator(".whole .chosen").count() == 1
        find.press("Enter")


def test_a_region_can_be_pointed_at(page: Page, decks: dict[str, tuple[Deck, Path]]) -> None:
    made, file = decks["werkzoekende"]
    open_file(page, file)
    page.keyboard.press("End")
    shapes = page.locator(".whole [data-key]")
    assert len({one.get_attribute("data-key") for one in shapes.all()}) == 35
    page.locator('.whole path[data-key="AM02"]').dispatch_event("click")
    name = next(one.name for one in made.places if one.code == "AM02")
    expect(page.locator("#regions li:visible h3")).to_have_text(name)
    page.locator("#find").fill("xyz")
    expect(page.locator("#found")).to_have_text("Geen regio met deze letters.")


def test_the_speaker_has_notes_and_the_next_slide_in_a_window(
    page: Page, decks: dict[str, tuple[Deck, Path]]
) -> None:
    made, file = decks["stuurgroep"]
    open_file(page, file)
    with page.expect_popup() as opening:
        page.keyboard.press("s")
    window = opening.value
    page.keyboard.press("ArrowRight")
    expect(window.locator("#notes p").first).to_have_text(made.slides[0].note)
    expect(window.locator("#current h2")).to_have_text(made.slides[0].said[0].words)
    expect(window.locator("#following h2")).to_have_text(made.slides[1].said[0].words)
    expect(window.locator("#place")).to_have_text(f"2 / {len(made.slides) + 2}")
    expect(window.locator("#clock")).to_contain_text(".")
    expect(window.locator("#elapsed")).to_contain_text(":")
    window.keyboard.press("PageDown")
    page.wait_for_function(f"{_WHERE} === 3")
    expect(window.locator("#notes p").first).to_have_text(made.slides[1].note)
    page.keyboard.press("End")
    expect(window.locator("#following")).to_have_text("Dit is de laatste dia.")


def test_nothing_keeps_anybody_from_reading_it(browser: Browser, decks: dict[str, tuple[Deck, Path]]) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    _, file = decks["regio"]
    open_file(page, file)
    for _ in range(6):
        assert barriers(page) == []
        page.keyboard.press("ArrowRight")
    context.close()


@pytest.fixture(scope="module")
def server(shared: Shared) -> Iterator[Server]:
    with served(shared("shipped")) as running:
        yield running


def test_the_dashboard_shows_the_same_slides_as_the_file(browser: Browser, server: Server, shared: Shared) -> None:
    """Under the rules of the server for scripts, and with nothing asked of another host."""
    context = browser.new_context(viewport={"width": 1280, "height": 720}, bypass_csp=False)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.on("console", lambda one: asked.append(one.text) if one.type == "error" else None)
    with store_at(shared("shipped")):
        html = files.written(deck.of(editions.find(), "regio", (), "AM05"))
    answer = page.goto(f"{server.address}/d/laatste/regio?regio=AM05")
    assert answer is not None and answer.text() == html
    page.locator(".js .slide.now").wait_for()
    page.keyboard.press("End")
    page.locator(".slide.now.whole").wait_for()
    assert [one for one in asked if not one.startswith((server.address, "data:"))] == []
    context.close()


def test_a_presenter_picks_and_opens(browser: Browser, server: Server) -> None:
    """The choice is in the link, and both buttons lead to exactly that choice."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    page = context.new_page()
    page.goto(f"{server.address}/presenteren?set=stuurgroep&dias=doelen,verzuim")
    settle(page)
    opens, takes = (page.get_by_role("link", name=name) for name in ("Open de presentatie", "Zaalbestand opslaan"))
    assert (opens.get_attribute("href") or "").endswith("/stuurgroep?dias=doelen,verzuim")
    assert (takes.get_attribute("href") or "").endswith("/stuurgroep.html?dias=doelen,verzuim")
    assert [one.inner_text() for one in page.locator("h3").all()][:2] == ["Waar staan we?", "Verzuim nu"]
    page.get_by_role("combobox", name="Voor wie?").click()
    page.get_by_role("option", name="Voor een regio").click()
    settle(page)
    assert "set=regio" in page.url and "dias" not in page.url
    expect(page.get_by_text("Kies hierboven een regio")).to_be_visible()
    expect(opens).to_have_count(0)
    page.goto(f"{server.address}/presenteren?set=regio&regio=AM05")
    settle(page)
    with page.expect_download() as saving:
        takes.click()
    assert saving.value.suggested_filename.endswith("-zaal-regio-am05-voorbeeld.html")
    context.close()
