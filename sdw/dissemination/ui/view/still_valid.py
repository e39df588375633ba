"""What a short code leads to, without a script: `c/<code>`, does this figure still hold?; and `c/correcties.atom`.

Both are made of public editions alone, for whoever asks: nothing about a visit is kept.
"""

from __future__ import annotations

import re

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.types import Scope

from sdw.dissemination.blocks import correction_log
from sdw.dissemination.blocks.model import Block, Heading, Items, Paragraph
from sdw.dissemination.blocks.table import Table
from sdw.dissemination.figures.record import validity
from sdw.dissemination.figures.record.validity import Answer, Judged, Verdict
from sdw.dissemination.figures.sentences import wording
from sdw.dissemination.ui.elements import html, screen
from sdw.dissemination.ui.server import shelf
from sdw.dissemination.ui.server.addresses import CODES
from sdw.dissemination.ui.server.answers import Answering
from sdw.dissemination.ui.view import feed
from sdw.dissemination.ui.view.light import shell
from sdw.edition.figures import cut_label
from sdw.indicators import catalogue
from sdw.text.dutch import number, say

_ADDRESS = re.compile(rf"{CODES}([A-Za-z0-9._-]{{1,140}})")
#: So many changed figures are listed.
SHOWN = 50
_ATOM = "application/atom+xml"


async def answers(scope: Scope, address: str, answering: Answering) -> bool:
    """True when the request was for a code or the feed: it is sent, or there is none."""
    if not address.startswith(CODES):
        return False
    found = _ADDRESS.fullmatch(address)
    if found is None or scope["method"] not in ("GET", "HEAD"):
        await answering.refuse(404)
        return True
    if found[1] == feed.NAME:
        body = await run_in_threadpool(feed.of)
        await shelf.hand_out(shelf.packed(body.encode(), _ATOM), scope, answering, is_fixed=False)
        return True
    answer = await run_in_threadpool(validity.answer, found[1])
    if answer is None:
        await answering.refuse(404)
        return True
    page = await run_in_threadpool(of, answer)
    await shelf.hand_out(shelf.packed(page.encode(), "text/html"), scope, answering, is_fixed=False)
    return True


def of(answer: Answer) -> str:
    """The whole page as HTML."""
    title = say("validity.title", code=answer.code)
    top = html.paragraph(say("frame.top", product=say("frame.product"), label=answer.edition.label), "sdw-product")
    content = Markup("").join([top, Markup("<h1>{}</h1>").format(title), screen.part(blocks(answer))])
    form = Markup('<p><a href="../verantwoording?uitgave={}">{}</a></p>')
    return shell.whole(title, content + form.format(answer.newest.label, say("validity.monitor")))


def blocks(answer: Answer) -> tuple[Block, ...]:
    """What became of the figures of a code."""
    facts = {"label": answer.edition.label, "newest": answer.newest.label}
    lead = Paragraph(_one(answer.judged[0], facts) if len(answer.judged) == 1 else _many(answer, facts))
    example = [Paragraph(say("validity.example"))] if answer.edition.has_examples else []
    notes = [correction_log.told(note) for note in answer.notes]
    explained: tuple[Block, ...] = (Heading(say("validity.notes")), Items(tuple(notes))) if notes else ()
    return lead, *example, *explained, *_changed(answer)


def _one(judged: Judged, facts: dict[str, str]) -> str:
    figure = {"figure": _named(judged), "then": wording.shown(judged.then)}
    if judged.now is not None:
        figure["now"] = wording.shown(judged.now)
    if judged.verdict is Verdict.HOLDS and facts["label"] == facts["newest"]:
        return say("validity.newest", **facts, **{name: figure[name] for name in ("figure", "then")})
    if judged.verdict is Verdict.HOLDS:
        return say("validity.holds", **facts, **{name: figure[name] for name in ("figure", "then")})
    if judged.verdict is Verdict.GONE:
        return say("validity.gone", **facts, **{name: figure[name] for name in ("figure", "then")})
    key = "validity.corrected" if judged.verdict is Verdict.CORRECTED else "validity.replaced"
    return say(key, **facts, **figure)


def _many(answer: Answer, facts: dict[str, str]) -> str:
    counts = {verdict.value: number(answer.count(verdict)) for verdict in Verdict}
    key = "validity.many_newest" if facts["label"] == facts["newest"] else "validity.many"
    told = {"of": number(len(answer.judged)), "label": facts["label"]}
    return say(key, **told) if key == "validity.many_newest" else say(key, **told, **counts, newest=facts["newest"])


def _changed(answer: Answer) -> tuple[Block, ...]:
    changed = [one for one in answer.judged if one.verdict is not Verdict.HOLDS]
    if not changed:
        return ()
    rows = [
        (_named(one), wording.shown(one.then), _now(one), say(f"validity.verdict.{one.verdict.value}"))
        for one in changed[:SHOWN]
    ]
    head = [say(f"validity.head.{name}") for name in ("figure", "then", "now", "what")]
    caption = say("validity.caption", count=number(len(changed)), shown=number(len(rows)))
    return (Table(caption, head, rows, numbers=frozenset({1, 2}), stack=True),)


def _now(one: Judged) -> str:
    return say("validity.absent") if one.now is None else wording.shown(one.now)


def _named(one: Judged) -> str:
    figure = one.then
    cut = cut_label(figure.method, figure.client_group, figure.sector)
    label = catalogue.by_id(figure.indicator).label
    where = ", ".join(filter(None, [cut, figure.place, wording.period(figure.period) if figure.period else ""]))
    return f"{label} ({where})"
