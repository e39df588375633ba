"""Every page on paper, on a narrow screen, enlarged, and in the reader's own colours, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from sdw.dissemination.charts.core.palette import contrast
from sdw.dissemination.ui import menu
from tests.worlds.browser import barriers, chromium, settle
from tests.worlds.server import serving
from tests.worlds.shared import Shared

pytestmark = pytest.mark.browser
NAMES = [page.name for page in menu.ALL]
#: CSS pixels of 320 and of 1280 at 200% and 400% (WCAG 1.4.4, 1.4.10), and of a small laptop.
WIDTHS = {"320": (320, 640), "200%": (640, 360), "400%": (320, 180), "1280": (1280, 720)}
#: The width of A4 between its margins, at 96 to the inch.
PAPER = (695, 1000)
#: Menu, banner of examples, title and filters, in pixels of a screen of 1280 by 720.
MOST_OF_FRAME = 200
#: Of letters on the screen, in pixels.
SMALLEST_LETTER = 12
#: What no reader on paper can use.
CONTROLS = "stHeader, stSidebar, stSelectbox, stButtonGroup, stExpander, stDownloadButton, stFileUploader"


@pytest.fixture(scope="module")
def address(shared: Shared) -> Iterator[str]:
    with serving(shared("examples")) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


def opened(browser: Browser, address: str, size: tuple[int, int], **options: Any) -> Page:
    page = browser.new_page(viewport={"width": size[0], "height": size[1]}, locale="nl-NL", **options)
    page.goto(address)
    page.wait_for_selector("footer")
    settle(page)
    return page


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", list(WIDTHS))
def test_f3_no_page_scrolls_sideways(browser: Browser, address: str, name: str, width: str) -> None:
    page = opened(browser, f"{address}/{name}", WIDTHS[width])
    wide = page.evaluate(
        """() => { const main = document.querySelector('[data-testid=stMain]');
        return [main.scrollWidth - main.clientWidth, document.documentElement.scrollWidth - innerWidth]; }"""
    )
    page.context.close()
    assert wide == [0, 0]


@pytest.mark.parametrize("name", NAMES)
def test_the_frame_leaves_the_first_screen_to_the_page(browser: Browser, address: str, name: str) -> None:
    page = opened(browser, f"{address}/{name}", (1280, 720))
    frame, begins = page.evaluate(
        """() => {
        const within = '[data-testid=stMainBlockContainer] > [data-testid=stVerticalBlock] > *';
        const shown = [...document.querySelectorAll(within)].filter(one => one.offsetHeight > 0);
        const framing = shown.filter(one => one.querySelector('h1, .sdw-filters'));
        const first = shown.find(one => !framing.includes(one));
        return [framing.length, first.getBoundingClientRect().top];
        }"""
    )
    page.context.close()
    assert frame in (1, 2)
    assert 0 < begins <= MOST_OF_FRAME


@pytest.mark.parametrize(
    ("name", "left", "right"),
    [
        ("regio?regio=AM05", ".sdw-sides > :first-child .sdw-table", ".sdw-sides > :last-child .sdw-ledger"),
        ("verantwoording", ".sdw-part", ".sdw-contents"),
    ],
)
def test_parts_of_a_wide_page_stand_side_by_side(
    browser: Browser, address: str, name: str, left: str, right: str
) -> None:
    page = opened(browser, f"{address}/{name}", (1440, 900))
    one, other = (page.locator(where).first.bounding_box() for where in (left, right))
    edges = page.evaluate(
        """() => ['h1', '.sdw-banner', 'footer', '[data-testid=stTopNavLink] span']
        .map(where => Math.round(document.querySelector(where).getBoundingClientRect().left))"""
    )
    page.context.close()
    assert one and other
    assert one["x"] + one["width"] <= other["x"]
    assert abs(one["x"] - edges[0]) <= 1
    assert max(edges) - min(edges) <= 1


@pytest.mark.parametrize("name", NAMES)
def test_a_reader_by_ear_finds_headings_in_order_and_no_empty_head(
    browser: Browser, address: str, name: str
) -> None:
    page = opened(browser, f"{address}/{name}", (1280, 720))
    levels = page.evaluate(
        "[...document.querySelectorAll('.stApp :is(h1, h2, h3, h4)')].map(one => +one.tagName[1])"
    )
    empty = page.evaluate(
        """[...document.querySelectorAll('th')].filter(one => !one.textContent.trim())
        .map(one => one.closest('table').textContent.slice(0, 60))"""
    )
    page.context.close()
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [(one, other) for one, other in pairwise(levels) if other > one + 1] == []
    assert empty == []


@pytest.mark.parametrize("name", NAMES)
def test_f1_a_page_is_light_and_whole_on_paper_and_holds_no_controls(
    browser: Browser, address: str, name: str
) -> None:
    page = opened(browser, f"{address}/{name}", PAPER, color_scheme="dark")
    page.emulate_media(media="print")
    shown = page.evaluate(
        """(names) => names.split(', ').filter(name => [...document.querySelectorAll(`[data-testid=${name}]`)]
        .some(one => one.checkVisibility() && one.offsetHeight > 0))""",
        CONTROLS,
    )
    cut = page.evaluate(
        """() => [...document.querySelectorAll('.sdw-table, .sdw-tile, [data-testid=stHtml] :is(h1, h2, h3)')]
        .filter(one => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1)
        .map(one => one.textContent.slice(0, 60))"""
    )
    faint = [told for told in page.evaluate(_WORDS) if contrast(told[1], "#FFFFFF") < 4.5]
    ground = page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor")
    page.context.close()
    assert shown == []
    assert cut == []
    assert ground == "rgb(255, 255, 255)"
    assert faint == []


#: Words of text on the ground itself, each with its colour; what lies on a colour of its own is left out.
_WORDS = """() => {
  const told = '[data-testid=stHtml] :is(h1, h2, h3, p, li, th, td, caption), .sdw-legend *';
  const hex = colour => '#' + colour.match(/\\d+/g).map(part => (+part).toString(16).padStart(2, '0')).join('');
  return [...document.querySelectorAll(told)]
    .filter(one => one.checkVisibility() && one.innerText?.trim() && !one.closest('.sdw-layer'))
    .map(one => [one.innerText.slice(0, 40), getComputedStyle(one).color])
    .filter(([, colour]) => /^rgb\\(/.test(colour))
    .map(([text, colour]) => [text, hex(colour)]);
}"""


@pytest.mark.parametrize("name", ["doelen", "regio?regio=AM05"])
@pytest.mark.parametrize("size", [(320, 640), (390, 844), (1280, 720)], ids=str)
def test_f3_the_words_of_the_target_lie_on_no_heading(
    browser: Browser, address: str, name: str, size: tuple[int, int]
) -> None:
    page = opened(browser, f"{address}/{name}", size)
    page.wait_for_selector(".sdw-bullets thead b")
    over = page.evaluate(
        """() => {
        const target = document.querySelector('.sdw-bullets thead b').getBoundingClientRect();
        const others = [...document.querySelectorAll('.sdw-bullets thead :is(th, i)')];
        return [others.length, others.filter(one => {
          const at = one.getBoundingClientRect();
          return at.left < target.right && target.left < at.right
            && at.top < target.bottom && target.top < at.bottom;
        }).map(one => one.textContent)];
        }"""
    )
    page.context.close()
    assert over[0] > 4
    assert over[1] == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ["doelen", "regio?regio=AM05", "regiokaart", "ips"])
def test_f2_what_is_drawn_has_a_colour_of_the_readers_own(
    browser: Browser, address: str, name: str, theme: str
) -> None:
    page = opened(browser, f"{address}/{name}", (1280, 900), forced_colors="active", color_scheme=theme)
    drawn, painted = page.evaluate(_DRAWN)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.context.close()
    assert drawn
    assert [(what, colour) for what, colour in drawn if contrast(_hex(colour), _hex(ground)) < 3] == []
    assert painted == []


#: The bars, lines and swatches of drawings in HTML, each with the colour of its border; and which parts of such
#: drawings are painted as a background instead, that goes away with the colours of the page. (The pattern of a
#: status stands beside its word.)
_DRAWN = """() => {
  const bars = {
    'a bar': ['.sdw-bullets tbody td > :is(i, b)', null, 'Top'],
    'a target': ['.sdw-bullets.aimed tbody td:nth-child(2)', '::after', 'Left'],
    'a swatch': ['.sdw-bullets thead th:is(:nth-child(3), :nth-child(4))', '::before', 'Top'],
    'a share': ['.sdw-table:not(.sdw-bullets) td[style]', '::before', 'Top'],
    'an upright line': ['.sdw-dots .axis > b', '::before', 'Left'],
    'a point': ['.sdw-dots li > div > b', null, 'Top'],
    'an interval': ['.sdw-dots li > div > u', null, 'Top'],
  };
  const drawn = Object.entries(bars).flatMap(([what, [where, part, side]]) =>
    [...document.querySelectorAll(where)].filter(one => one.checkVisibility()).map(one => {
      const look = getComputedStyle(one, part);
      return [what, parseFloat(look[`border${side}Width`]) >= 1 ? look[`border${side}Color`] : 'rgb(0, 0, 0, 0)'];
    }));
  const parts = document.querySelectorAll('.sdw-bullets *, .sdw-table td[style], .sdw-dots *');
  const painted = [...parts].filter(one => !one.matches('.s, .d, .o, .x')).flatMap(one =>
    [null, '::before', '::after'].filter(part => getComputedStyle(one, part).backgroundImage !== 'none')
      .map(part => one.outerHTML.slice(0, 80) + (part ?? '')));
  return [drawn, painted];
}"""


@pytest.mark.parametrize("name", ["doelen", "regiokaart"])
def test_f2_what_is_chosen_has_a_frame_in_colours_of_the_readers_own(
    browser: Browser, address: str, name: str
) -> None:
    page = opened(browser, f"{address}/{name}", (1280, 900), forced_colors="active")
    frames = page.evaluate(
        """() => [...document.querySelectorAll(
          '[data-testid=stButtonGroup] :is([aria-checked=true],[aria-pressed=true],[aria-selected=true])')]
        .map(one => getComputedStyle(one).outlineWidth)"""
    )
    page.context.close()
    assert frames
    assert set(frames) == {"3px"}


@pytest.mark.parametrize("name", [*NAMES, "regiokaart?vorm=tegels"])
@pytest.mark.parametrize("size", [(1280, 720), (390, 844)], ids=str)
def test_f2_no_letter_is_smaller_than_twelve_pixels(
    browser: Browser, address: str, name: str, size: tuple[int, int]
) -> None:
    page = opened(browser, f"{address}/{name}", size)
    letters = page.evaluate(_LETTERS)
    page.context.close()
    assert len(letters) > 20
    assert [(height, text) for height, text in letters if height < SMALLEST_LETTER] == []


#: Every text that is seen, with the height of its letters on the screen: a drawing may be shown smaller than it is.
_LETTERS = """() => [...document.querySelectorAll('.stApp *')]
  .filter(one => one.checkVisibility({visibilityProperty: true, opacityProperty: true})
    && one.getBoundingClientRect().width > 1
    && [...one.childNodes].some(part => part.nodeType === 3 && part.textContent.trim()))
  .map(one => {
    const scale = one instanceof SVGElement && one.getScreenCTM ? one.getScreenCTM().a : 1;
    return [parseFloat(getComputedStyle(one).fontSize) * scale, one.textContent.slice(0, 40)];
  })
  .filter(([height]) => height > 0)"""


@pytest.mark.parametrize("query", ["periode=2024", "regio=AM05", "methode=ips"])
@pytest.mark.parametrize("name", ["overzicht", "regiokaart", "doelen", "regio"])
def test_f2_a_page_has_no_serious_barrier_after_a_choice_in_the_dark(
    browser: Browser, address: str, name: str, query: str
) -> None:
    page = opened(browser, f"{address}/{name}?{query}", (1280, 900), color_scheme="dark")
    serious = barriers(page)
    page.context.close()
    assert serious == []


def test_f2_who_walks_by_keyboard_sees_where(browser: Browser, address: str) -> None:
    for theme in ("light", "dark"):
        page = opened(browser, f"{address}/doelen", (1280, 900), color_scheme=theme)
        for _ in range(6):
            page.keyboard.press("Tab")
            ring, ground = page.evaluate(
                """() => { const at = getComputedStyle(document.activeElement);
                const ground = getComputedStyle(document.querySelector('.stApp')).backgroundColor;
                return [at.outlineWidth + ' ' + at.outlineColor, ground]; }"""
            )
            width, colour = ring.split(" ", 1)
            if page.evaluate("document.activeElement.matches('a, button')"):
                assert float(width.removesuffix("px")) >= 2
                assert contrast(_hex(colour), _hex(ground)) >= 3
        page.context.close()


def _hex(colour: str) -> str:
    return "#" + "".join(f"{int(part):02X}" for part in colour.split("(")[1].rstrip(")").split(",")[:3])
