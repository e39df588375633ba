"""Pages as blocks: each page that is a function to blocks, and every text in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass

from sdw.dissemination.blocks.drawings import Chart, Choice, Map
from sdw.dissemination.blocks.figures import Sentence
from sdw.dissemination.blocks.layers import LayerCard, LayerHead
from sdw.dissemination.blocks.model import Note, Page, Part
from sdw.dissemination.blocks.points import Point, Where
from sdw.dissemination.charts.core import dots
from sdw.dissemination.charts.core.scene import Scene
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.pages.absence import page as absence
from sdw.dissemination.ui.pages.data import page as data
from sdw.dissemination.ui.pages.ips import page as ips
from sdw.dissemination.ui.pages.map import on_map
from sdw.dissemination.ui.pages.meeting import page as meeting
from sdw.dissemination.ui.pages.methodology import page as account
from sdw.dissemination.ui.pages.presenting import page as presenting
from sdw.dissemination.ui.pages.progress import one_region, overview, targets
from sdw.dissemination.ui.pages.standing import page as standing
from sdw.dissemination.ui.view import choices
from sdw.edition import editions, figures
from sdw.edition.figures import Figure
from sdw.reference.status import Status

TODAY = dt.date(2026, 11, 26)


def _view(page: str, region: str = "") -> View:
    """What a page opens on: its indicator in the newest period in which regions have a figure."""
    edition, indicator = editions.find(), menu.by_name(page).indicator
    codes = figures.period_codes(edition, indicator)
    return View(edition, indicator, codes[0] if codes else "", region=region)


#: Name in the menu → the page of the edition on screen.
PAGES: dict[str, Callable[[], Page]] = {
    "overzicht": lambda: overview.page(_view("overzicht"), TODAY),
    "regiokaart": lambda: on_map.page(_view("regiokaart", region="AM05")),
    "doelen": lambda: targets.page(_view("doelen")),
    "ips": lambda: ips.page(choices.choose(editions.find(), menu.by_name("ips"), {"regio": "AM05"}).view),
    "regio": lambda: one_region.page(_view("regio", region="AM05")),
    "verzuim": lambda: absence.page(_view("verzuim")),
    "borging": lambda: standing.page(_view("borging"), TODAY),
    "presenteren": lambda: presenting.page(_view("presenteren")),
    "stuurgroep": lambda: meeting.of(editions.find(), tuple(editions.every()), TODAY),
    "gegevens": lambda: data.page(editions.find(), tuple(editions.every())),
    "verantwoording": lambda: account.of(editions.find(), tuple(editions.every())),
}


#: What a block is called, or how it is set: no words for a reader.
_NOT_WORDS = {
    *((Sentence, "tone"), (Sentence, "claims"), (Map, "name")),
    (Note, "verdict"),
    *((Point, "page"), (Point, "choices"), (Point, "claims"), (Where, "page"), (Where, "choices")),
    *((Chart, "address"), (Chart, "chooses"), (LayerHead, "layer"), (LayerCard, "layer")),
    *((dots.Drawing, "css"), (dots.Drawing, "axis"), (dots.Drawing, "ticks"), (dots.Drawing, "line")),
    *((dots.Row, "css"), (dots.Row, "marks")),
}


def texts(content: object) -> Iterator[str]:
    """Every text in a page, a block, or anything in one."""
    if isinstance(content, Status | Figure | View):
        return  # what the words are of, not words
    if isinstance(content, Scene):  # its marks are for the eye; these are its words
        yield from filter(None, (content.title, content.subtitle, content.description))
    elif isinstance(content, str):
        yield content
    elif isinstance(content, Choice):  # its codes are for the link
        yield from (content.question, *(words for _, words in content.answers))
    elif isinstance(content, Part):
        yield from texts(content.blocks)
    elif isinstance(content, tuple | list):
        for one in content:
            yield from texts(one)
    elif is_dataclass(content):
        for field in fields(content):
            if (type(content), field.name) not in _NOT_WORDS:
                yield from texts(getattr(content, field.name))
