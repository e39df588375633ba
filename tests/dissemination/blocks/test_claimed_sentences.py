"""Every generated sentence of every page carries what it says, and published figures hold that, in all worlds.

What is said goes with the sentence as a value; here the words are read only to find sentences that carry nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from sdw.dissemination.blocks.figures import Sentence
from sdw.dissemination.blocks.model import Block, Items, Note, Page, Paragraph, walk
from sdw.dissemination.blocks.points import Points
from sdw.dissemination.figures.claims import check
from sdw.dissemination.figures.claims.model import Claim, Form
from sdw.dissemination.figures.claims.stated import Says, Stated
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.pages.absence import page as absence
from sdw.dissemination.ui.pages.map import on_map
from sdw.dissemination.ui.pages.progress import one_region, overview, targets
from sdw.edition import editions, figures
from sdw.edition.editions import Edition
from sdw.indicators import catalogue
from sdw.text import dutch
from tests.worlds import ten
from tests.worlds.blocks import PAGES, TODAY
from tests.worlds.edition import store_at
from tests.worlds.shared import Shared

WORLDS = (
    *("shipped", "real", "examples", "outcomes", "absence", "absence_and_examples", "empty", "one_region"),
    *ten.NAMES,
)
REGIONS = ("AM05", "AM02", "AM12")

#: Texts that say something of a claim: a sentence with one of these carries it.
CARRIED = (
    *("comparison.more", "comparison.fewer", "comparison.same", "toward.left", "toward.done", "sentence.on_target"),
    *("pace.reached", "pace.on_course", "pace.open", "pace.off_course"),
    *("sentence.chosen_higher", "sentence.chosen_lower", "sentence.chosen_same"),
    *("sentence.compared_higher", "sentence.compared_lower", "sentence.compared_same"),
    *("verzuim.higher", "verzuim.lower", "verzuim.same"),
)
#: Other sentences with such a word, and what it is about.
OTHERWISE = {
    "comparison.why_few": "how many regions there are",
    "untold.few": "how many regions there are",
    "untold.few_one": "how many regions there are",
    "words.bounds_open": "what missing regions could add, as a bound",
    "sentence.ledger_open": "what a region mends",
    "voices.less_gestart": "a pledge beside an expectation, to talk about",
    "voices.more_gestart": "a pledge beside an expectation, to talk about",
    "voices.less_duurzaam_geplaatst": "a pledge beside an expectation, to talk about",
    "voices.more_duurzaam_geplaatst": "a pledge beside an expectation, to talk about",
    "voices.regions_gestart": "pledges beside expectations, to talk about",
    "voices.regions_duurzaam_geplaatst": "pledges beside expectations, to talk about",
    "verzuim.shrunk": "a file that is read",
    "verzuim.withdrawn": "a file that is read",
    "verzuim.verdict_higher": "the cell of a table, with both intervals beside it",
    "verzuim.verdict_lower": "the cell of a table, with both intervals beside it",
    "verzuim.verdict_same": "the cell of a table, with both intervals beside it",
}
#: What can be said instead of one another.
FAMILIES = (
    {Says.SUPPORTED, Says.INDISTINCT, Says.CONTRADICTED},
    {Says.MORE, Says.SAME, Says.LESS},
    {Says.REACHED, Says.ON_COURSE, Says.OPEN, Says.OFF_COURSE},
)
_SECTIONS = ("sentence.", "comparison.", "pace.", "toward.", "verzuim.", "voices.", "words.", "untold.", "reach.")
_WORDS = re.compile(
    r"\b(groei\w*|groter|kleiner|ste?eg\w*|stijg\w*|da+l\w*|gedaald|toegenomen|afgenomen|op koers|gehaald"
    r"|hoger|lager|meer|minder|evenveel|gelijk aan|beter|slechter|vaker|boven|onder|van (?:het doel|de ambitie)"
    r"|te gaan|verbeter\w*|niet te onderscheiden|nog niet te zeggen \(kans|100 \w+ of meer)\b",
    re.IGNORECASE,
)


def text(key: str) -> str:
    return dutch._texts()[key]


def shape(key: str) -> re.Pattern[str]:
    """The text with anything in its holes; a text that begins with a hole is looked for by the rest."""
    parts = [re.escape(part) for part in re.split(r"\{\w+\}", text(key))]
    return re.compile(".*?".join(parts).removeprefix(".*?"))


SHAPES = {key: shape(key) for key in CARRIED}


def test_every_text_with_a_word_that_judges_is_known_here() -> None:
    found = {
        key
        for key in sorted(dutch.keys())
        if key.startswith(_SECTIONS)
        if (said := text(key)) and "{" in said and _WORDS.search(re.sub(r"\{\w+\}", "", said))
    }
    told = "say beside the sentence what it claims (figures/claims/stated.py), or why it claims nothing"
    assert found <= {*CARRIED, *OTHERWISE}, told
    assert {key for key in OTHERWISE if "{" in text(key)} - found == set()


def pages(edition: Edition) -> Iterator[Page]:
    """Every page as it opens, and with other periods, regions, indicators and sectors."""
    for make in PAGES.values():
        yield make()
    codes = figures.period_codes(edition, "gestart")
    periods = [*codes[:2], *[code for code in codes if "-" in code][:1]] or [""]
    for period in periods:
        view = View(edition, "gestart", period)
        yield from (overview.page(view, TODAY), targets.page(view))
        for region in REGIONS:
            yield one_region.page(replace(view, region=region))
    for indicator in (one for one in catalogue.ALL if one.on_map and one.is_ratio):
        for period in figures.period_codes(edition, indicator.id)[:1]:
            for region in REGIONS:
                yield on_map.page(View(edition, indicator.id, period, region=region))
    for sector in ("422400", "T001081"):
        yield absence.page(View(edition, catalogue.ABSENCE.id, "", sector=sector))


def blocks(page: Page) -> Iterator[Block]:
    for part in page.parts:
        yield from walk(part)


def said(block: Block) -> Iterator[tuple[str, bool]]:
    """The sentences of a block, each with whether it carries what it says."""
    if isinstance(block, Sentence):
        yield block.words, bool(block.claims)
    elif isinstance(block, Paragraph | Note):
        yield block.words, False
    elif isinstance(block, Items):
        yield from ((line, False) for line in block.lines if isinstance(line, str))
    elif isinstance(block, Points):
        yield from ((one.words, bool(one.claims)) for one in block.points)


def claims(block: Block) -> tuple[Stated, ...]:
    """What a block says of claims."""
    if isinstance(block, Points):
        return tuple(one for point in block.points for one in point.claims)
    return block.claims if isinstance(block, Sentence) else ()


@pytest.mark.rule("claims")
@pytest.mark.parametrize("name", WORLDS)
def test_published_figures_hold_what_every_sentence_says(shared: Shared, name: str) -> None:
    with store_at(shared(name)):
        edition = editions.find()
        wrong, bare = [], []
        for page in pages(edition):
            for block in blocks(page):
                wrong += [(block, one) for one in check.failing(edition, claims(block))]
                for words, carries in said(block):
                    bare += [words for key in CARRIED if SHAPES[key].search(words) and not carries]
        assert wrong == []
        assert bare == []


def test_there_is_much_to_hold(shared: Shared) -> None:
    """Of each form that pages speak of, and of each thing that can be said."""
    found: set[Stated] = set()
    for name in ("shipped", "examples", "outcomes", "absence"):
        with store_at(shared(name)):
            for page in pages(editions.find()):
                for block in blocks(page):
                    found |= set(claims(block))
    assert len(found) > 200
    assert {one.claim.form for one in found} == set(Form) - {Form.IPS_BETTER}
    assert {one.says for one in found} >= set(Says) - {Says.SAME, Says.REACHED}


def test_a_sentence_that_says_another_thing_is_found(shared: Shared) -> None:
    """Whatever a sentence says, the opposite does not hold."""
    with store_at(shared("shipped")):
        edition = editions.find()
        found = [one for page in pages(edition) for block in blocks(page) for one in claims(block)]
        for one in set(found):
            (alike,) = [family for family in FAMILIES if one.says in family]
            for other in alike - {one.says}:
                assert not check.holds(edition, replace(one, says=other)), (one, other)


def test_what_is_not_published_holds_nothing(shared: Shared) -> None:
    edition = shared.edition("shipped")
    for claim in (
        Claim(Form.REACHES, "gestart", "AM05", period="1999"),
        Claim(Form.REACHES, "duurzaam_geplaatst", "AM12", period="2021"),
        Claim(Form.GROWS, "gestart", "NL", period="1999"),
        Claim(Form.ABSENCE_RISES, period="1950-Q1", sector="T001081"),
        Claim(Form.ABOVE, "per_1000_uitkeringen", "AM05", "NL", period="1999"),
    ):
        assert [says for says in Says if check.holds(edition, Stated(claim, says))] == []
