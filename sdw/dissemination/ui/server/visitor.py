"""Who holds a secret link: `inzage/<token>` gives it to the browser as a cookie, and every request shows it again.

What the token opens is never decided here: the store does (`sdw/edition/approval/access.py`), at every reading. The
cookie is not for scripts and goes to no other site; so the token is in no address of a page or a file.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from http.cookies import CookieError, Morsel, SimpleCookie

import streamlit as st
from markupsafe import Markup
from starlette.datastructures import Headers, QueryParams
from starlette.responses import HTMLResponse
from starlette.types import Message, Scope

from sdw.dissemination.ui import menu
from sdw.dissemination.ui.server import answers
from sdw.dissemination.ui.server.addresses import SECRET, STOP
from sdw.edition import paths
from sdw.edition.approval import access, standing
from sdw.edition.approval.access import Grant
from sdw.text.dutch import ZONE, moment, say

COOKIE = "sdw-inzage"
#: As on which moment its holder looks.
MOMENT = "sdw-op"
_SECRET = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex", "Content-Language": "nl"}
_FORM = Markup(
    '<!doctype html><html lang="nl"><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width,initial-scale=1"><title>{}</title>'
    '<link rel="icon" href="{}"><style>{}</style>'
    '<body class="sdw-lost"><main data-testid="stHtml"><p class="sdw-product">{}<h1>{}</h1><p>{}</p><ul>{}</ul>{}'
    "</main>"
)


def shown_in(headers: Headers) -> str:
    """The token that a request shows; '' for none."""
    try:
        return _token(SimpleCookie(headers.get("cookie", "")))
    except CookieError:
        return ""


def _token(cookies: SimpleCookie) -> str:
    found = cookies.get(COOKIE)
    return "" if found is None else found.value


def shown() -> str:
    """The token that the browser of this visit shows; '' for none, and where there is no browser."""
    found: object = st.context.cookies.get(COOKIE, "")
    return found if isinstance(found, str) else ""  # a page that runs without a browser has no cookies at all


def moment_in(headers: Headers) -> dt.datetime | None:
    """The moment as on which a request wants to see the monitor; None for now."""
    try:
        return _moment(SimpleCookie(headers.get("cookie", "")).get(MOMENT))
    except CookieError:
        return None


def _moment(found: Morsel[str] | None) -> dt.datetime | None:
    return None if found is None else read(found.value)


def moment_shown() -> dt.datetime | None:
    """The same of the browser of this visit."""
    found: object = st.context.cookies.get(MOMENT, "")
    return read(found) if isinstance(found, str) else None


def read(text: str) -> dt.datetime | None:
    """'2026-12-03T09:30', in the time of the Netherlands; None for anything else."""
    try:
        found = dt.datetime.strptime(text[:20], "%Y-%m-%dT%H:%M")
    except ValueError:
        return None
    return found.replace(tzinfo=ZONE)


async def rooms(scope: Scope, address: str, answering: answers.Answering) -> bool:
    """Answer for a secret link; True when the request was for one. A wrong one is told nothing."""
    if not address.startswith(SECRET) or not paths.shows_concepts():
        return False
    if scope["method"] != "GET":
        await answering.refuse(404)
        return True
    if address == STOP:
        page = _page(say("concept.title"), say("concept.stopped"))
        gone = (_cookie(scope, COOKIE, "", 0), _cookie(scope, MOMENT, "", 0))
        await _send(page, scope, answering, gone)
        return True
    token, now = address.removeprefix(SECRET), dt.datetime.now(dt.UTC)
    grant = access.of(token, now)
    if grant is None:
        await answering.refuse(404)
        return True
    left = int((grant.link.until - now).total_seconds())
    asked = QueryParams(scope.get("query_string", b"")).get("op", "")
    as_on = read(asked)
    at = (asked, left) if as_on else ("", 0)
    cookies = (_cookie(scope, COOKIE, token, left), _cookie(scope, MOMENT, *at))
    await _send(_welcome(grant, as_on), scope, answering, cookies)
    return True


def _welcome(grant: Grant, as_on: dt.datetime | None) -> str:
    told = say("concept.page", label=grant.label, holder=grant.link.holder, until=moment(grant.link.until))
    link = Markup('<li><a href="../{}">{}</a>')
    links = link.format(f"{menu.ALL[0].name}?uitgave={grant.label}", say("concept.open"))
    if as_on:
        links = link.format(menu.ALL[0].name, say("concept.open_as_on", moment=moment(as_on))) + links
    if standing.of(grant.label).compared:
        links += link.format(f"f/{grant.label}/verschil", say("differences.link"))
    return _page(say("concept.title"), told, links, _asking(grant, as_on))


def _asking(grant: Grant, as_on: dt.datetime | None) -> Markup:
    """Choose the moment as on which to see the monitor; it opens on the end of the embargo, where that is known."""
    chosen = as_on or standing.of(grant.label).public_from
    value = "" if chosen is None else chosen.astimezone(ZONE).strftime("%Y-%m-%dT%H:%M")
    form = Markup(
        '<form method=get><p><label>{} <input type=datetime-local name=op value="{}"></label> '
        "<button type=submit>{}</button></p></form>"
    )
    return form.format(say("concept.as_on"), value, say("concept.look"))


def _page(title: str, text: str, links: Markup | str = "", below: Markup | str = "") -> str:
    head = (say("frame.page_title", page=title), answers.ICON, Markup(answers.style()))
    return _FORM.format(*head, say("frame.product"), title, text, links, below)


def _cookie(scope: Scope, name: str, value: str, seconds: int) -> str:
    """Not for scripts, to no other site, and only over https where the page came that way."""
    safe = "https" in (scope.get("scheme"), Headers(scope=scope).get("x-forwarded-proto", ""))
    rest = f"Max-Age={seconds}; Path=/; HttpOnly; SameSite=Strict" + ("; Secure" if safe else "")
    return f"{name}={value}; {rest}"


async def _send(page: str, scope: Scope, answering: answers.Answering, cookies: Iterable[str]) -> None:
    answer = HTMLResponse(page, headers=_SECRET)
    for cookie in cookies:
        answer.headers.append("Set-Cookie", cookie)

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    await answer(scope, receive, answering)
