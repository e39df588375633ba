"""A deck as one HTML file: slides with their drawings, notes, letters, style and script, and no address to fetch.

Opened from a server or from a disk it is the same. What is no `Markup` yet is escaped where it is put in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from sdw.dissemination.blocks.presenting.deck import Deck, Place, Slide
from sdw.dissemination.charts.core.svg_writer import svg
from sdw.dissemination.exports import qr
from sdw.dissemination.exports.hall import assets, stage
from sdw.dissemination.exports.hall.stage import Placed
from sdw.edition import paths
from sdw.text.dutch import day, number, say

#: What the script says, by the names that it uses.
SAID = ("slide", "speaker", "next", "notes", "last", "none", "several", "shut", "elapsed")
_KEYS = ("next", "back", "ends", "number", "region", "black", "speaker", "code", "help")

#: What does not break over two lines.
_KEPT = re.compile(r"([\d.,]+%?\*? – [\d.,]+|Hoofdzaak } Werk|\d{4}-[a-z]+|\* = \w+|\d+ ×|\d{1,2} [a-z]+ \d{4})")

_PAGE = Markup(
    '<!doctype html><html lang="nl"><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">'
    '<title>{title}</title><link rel="icon" href="data:,"><style>{style}</style>'
    '<body><main id="stage" aria-label="{title}">{slides}</main>'
    '<p id="told" role="status" aria-live="polite"></p><div id="dark" hidden></div>'
    '<dialog id="help" aria-label="{keys_title}"><h2>{keys_title}</h2><dl>{keys}</dl></dialog>'
    '<dialog id="large" aria-label="{code}"></dialog>'
    '<template id="words" {words}></template>'
    "<script>{script}</script></body></html>"
)
_SLIDE = Markup(
    '<section class="slide {kind}" data-name="{name}" data-title="{title}" aria-label="{label}">'
    '{mark}{body}<footer><p class="source">{source}</p>{code}<p class="page">{page}</p></footer>{over}'
    '<aside class="notes" hidden>{notes}</aside></section>'
)


def of(deck: Deck, mark: str = "") -> str:
    """The whole file. mark: what stands on everything that is taken from a concept; '' for a public edition."""
    every = [*deck.slides, deck.map]
    count = len(every) + 1
    made = [_first(deck, count, mark)]
    made += [_slide(deck, one, place, count, mark) for place, one in enumerate(every, start=2)]
    title = say("frame.page_title", page=deck.title)
    keys = (Markup("<dt>{}<dd>{}").format(say(f"present.key_{one}"), say(f"present.does_{one}")) for one in _KEYS)
    return _PAGE.format(
        title=title,
        style=Markup(assets.style()),
        slides=Markup().join(made),
        keys_title=say("present.keys"),
        keys=Markup().join(keys),
        code=say("present.code"),
        words=_words(),
        script=Markup(assets.script()),
    )


def _words() -> Markup:
    """What the script says."""
    pairs = (Markup('data-{}="{}"').format(one, say(f"present.say_{one}")) for one in SAID)
    return Markup(" ").join(pairs)


def _first(deck: Deck, count: int, mark: str) -> Markup:
    """What is shown while people come in: the title, the edition, and whether anything is invented."""
    told = say("present.opening_example") if deck.is_example else ""
    edition, when = deck.edition.label, day(deck.edition.published_at.date())
    key = "present.concept" if deck.edition.is_concept else "present.edition"
    form = Markup('<div class="opening"><p class="product">{}</p><h1>{}</h1><p>{}</p><p class="mark">{}</p></div>')
    body = form.format(say("frame.product"), deck.title, say(key, label=edition, date=when), told)
    return _SLIDE.format(
        kind="first",
        name="",
        title=deck.title,
        label=_label(1, count, deck.title),
        mark="",
        body=body,
        source=say("present.opening_help"),
        code=_code(deck, ""),
        page=f"1 / {count}",
        over=_over(mark),
        notes=Markup("<p>{}</p>").format(say("present.opening_note")),
    )


def _slide(deck: Deck, slide: Slide, place: int, count: int, mark: str) -> Markup:
    foot = f"{slide.source.words} {slide.remarks}".strip()
    code = _code(deck, slide.address)
    at = stage.placed(slide, foot, coded=bool(code), marked=deck.edition.has_examples)
    is_map = slide is deck.map
    return _SLIDE.format(
        kind=("beside" if at.column < stage.ROOM else "under") + (" whole" if is_map else ""),
        name=slide.name,
        title=slide.title,
        label=_label(place, count, slide.title),
        mark=_mark(slide) if deck.edition.has_examples else "",
        body=_message(slide, at, _regions(deck.places) if is_map else Markup()) + _figure(slide, at),
        source=_together(foot),
        code=code,
        page=f"{place} / {count}",
        over=_over(mark),
        notes=Markup().join(Markup("<p>{}</p>").format(one) for one in (slide.note, *slide.aloud)),
    )


def _label(place: int, count: int, title: str) -> str:
    return say("present.label", place=number(place), count=number(count), title=title)


def _mark(slide: Slide) -> Markup:
    kind = "example" if slide.is_example else "real"
    return Markup('<p class="mark {}">{}</p>').format(kind, say(f"present.mark_{kind}"))


def _message(slide: Slide, at: Placed, more: Markup) -> Markup:
    """The message as a heading, what it rests on under it, then `more`."""
    made = []
    for tag, one in zip(("h2", *("p",) * len(slide.said)), slide.said, strict=False):
        size = at.size if one.tone == "lead" else at.rest
        form = Markup('<{0} class="{1}" style="font-size:{2}px">{3}</{0}>')
        made.append(form.format(tag, one.tone, size, _together(one.words)))
    said = Markup().join(made) + more
    return Markup('<div class="said" style="width:{}px">{}</div>').format(round(at.column), said)


def _together(words: str) -> Markup:
    """The words, of which an interval, a name with a mark in it or that of an edition stays on one line."""
    kept = Markup('<span class="kept">{}</span>')
    parts = (kept.format(part) if place % 2 else escape(part) for place, part in enumerate(_KEPT.split(words)))
    return Markup().join(parts)


def _figure(slide: Slide, at: Placed) -> Markup:
    if at.box is None:
        return Markup()
    form = Markup(
        '<figure style="width:{}px">{}<div class="drawn" style="width:{}px;height:{}px">{}</div></figure>'
    )
    box, caption = at.box, Markup("<figcaption>{}</figcaption>").format(slide.caption) if slide.caption else ""
    drawn = svg(box.scene, theme="light")
    return form.format(round(max(box.width, at.width)), caption, round(box.width, 1), round(box.height, 1), drawn)


def _regions(places: Iterable[Place]) -> Markup:
    """A field to type in, and every region with its figures; the script shows the one that is chosen."""
    fact = Markup("<dt>{}<dd>{}")
    form = Markup('<li data-region="{}" hidden><h3>{}</h3><dl>{}</dl></li>')
    made = (
        form.format(one.code, one.name, Markup().join(fact.format(*pair) for pair in one.facts)) for one in places
    )
    field = Markup('<label>{} <input id="find" autocomplete="off" spellcheck="false"></label><p id="found"></p>')
    return field.format(say("present.find")) + Markup('<ul id="regions">{}</ul>').format(Markup().join(made))


def _code(deck: Deck, address: str) -> Markup:
    """The code that leads a telephone to the page of the drawing; nothing where visitors have no address for it."""
    if not paths.url() or deck.edition.is_concept:
        return Markup()
    leads = f"{paths.url()}/{address}"
    form = Markup('<span class="code" data-address="{}">{}</span>')
    return form.format(leads, qr.of(leads).svg(say("present.code")))


def _over(mark: str) -> Markup:
    return Markup('<p class="over" aria-hidden="true">{}</p>').format(mark) if mark else Markup()
