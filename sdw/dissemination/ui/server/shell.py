"""What goes over HTTP before the first script runs: the shell of the page, in Dutch, with our style."""

from __future__ import annotations

import base64
import gzip
import hashlib
import os
import re
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

import streamlit
from starlette.convertors import StringConvertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp
from streamlit.runtime.pages_manager import PagesManager

from sdw.dissemination.exports.hall import assets
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.server import answers, compression, gate, shelf, visitor
from sdw.edition import editions, paths
from sdw.edition.approval import access
from sdw.text.dutch import say
from sdw.text.errors import UserError

_HERE = Path(__file__).parent
_SHELL = Path(streamlit.__file__).parent / "static" / "index.html"
#: Kinds of elements, as Streamlit names their scripts: of every page, so that none of them waits for its own.
_ELEMENTS = ("Html", "Selectbox", "TextInput", "ButtonGroup", "BidiComponent")
#: Scripts inside Streamlit's page and ours; its others are files.
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def prepare() -> None:
    """Called once, before the first visit.

    Raises:
        SystemExit: a deployment for visitors (SDW_PUBLIC=1) could read the private store.
    """
    try:
        refuse_private()
    except UserError as error:
        raise SystemExit(str(error)) from error
    gate.ask_nobody()
    compression.remember()
    # A folder named `pages` makes Streamlit run a page by itself, without the entry, on the first visit.
    PagesManager.uses_pages_directory = False


def guarded(app: ASGIApp, *rooms: gate.Room) -> ASGIApp:
    """The application behind the gate; `rooms` answer before it does.

    Raises:
        SystemExit: the lists of hosts or of sites that may frame a page are not right.
    """
    try:
        return gate.Gate(app, scripts(), rooms)
    except UserError as error:
        raise SystemExit(str(error)) from error


def refuse_private() -> None:
    """A deployment for visitors must not be able to read the private store.

    Raises:
        UserError: it can.
    """
    if paths.is_public() and os.access(paths.private_file(), os.R_OK):
        raise UserError("frame.private_in_reach")


def routes() -> list[Route]:
    """One route per page; the bare address leads to the first page, and a page that is not there says so.

    Everything else stays with Streamlit: what it serves itself has a dot or an underscore in its path, or begins
    with one of its own words. Under a base path all addresses are Streamlit's.
    """
    pages = [Route(f"/{page.name}", _page, methods=["GET"]) for page in menu.ALL]
    found = [Route("/", _to_first_page, methods=["GET"]), *pages]
    if not streamlit.get_option("server.baseUrlPath"):
        found.append(Route("/favicon.png", _icon, methods=["GET"]))
        register_url_convertor("words", _Words())
        found.append(Route("/{path:words}", _elsewhere, methods=["GET"]))
    return found


class _Words(StringConvertor):
    """Paths that somebody typed: words with slashes between and perhaps behind them."""

    regex = r"(?!(?:media|component|static|app|vendor|auth)(?:/|$))[A-Za-z0-9-]+(?:/[A-Za-z0-9-]+)*/?"


async def _icon(request: Request) -> Response:
    """Our own icon, under the name that Streamlit's script gives to its own."""
    return Response(answers.ICON_SVG, media_type="image/svg+xml")


async def _elsewhere(request: Request) -> Response:
    """A page under a name written in another way, or the sentence that there is no such page."""
    path = request.path_params["path"]
    up = "../" * path.count("/") or "./"
    name = path.strip("/").lower()
    if name in {page.name for page in menu.ALL}:
        return RedirectResponse(f"{up}{name}" + (f"?{request.url.query}" if request.url.query else ""))
    return answers.of(404, request.scope)


async def _to_first_page(request: Request) -> Response:
    return RedirectResponse(_with_edition(request, menu.ALL[0].name) or f"./{menu.ALL[0].name}")


async def _page(request: Request) -> Response:
    """The shell; a link without an edition first gets the newest one, so that it keeps showing the same."""
    asked = _with_edition(request, request.url.path.rsplit("/", 1)[-1])
    if asked and "uitgave" not in request.query_params:
        return RedirectResponse(asked)
    headers = {"Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
    if shelf.takes_gzip(request.headers.get("accept-encoding", "")):
        return HTMLResponse(_packed_shell(), headers=headers | {"Content-Encoding": "gzip"})
    return HTMLResponse(shell(), headers=headers)


def _with_edition(request: Request, name: str) -> str:
    """The address of page `name` with an edition in it; empty where there is no edition yet."""
    try:
        with access.shown(visitor.shown_in(request.headers), visitor.moment_in(request.headers)):
            asked = {"uitgave": editions.find().label} | dict(request.query_params)
    except UserError:
        return ""
    return f"./{name}?{urlencode(asked)}"


@cache
def shell() -> str:
    """Streamlit's own page, with language, title, icon and style of this product."""
    style = answers.style()
    script = (_HERE / "shell.js").read_text(encoding="utf-8")
    html = _SHELL.read_text(encoding="utf-8")
    for before, after in (
        ('<html lang="en">', '<html lang="nl">'),
        ("<title>Streamlit</title>", f"<title>{say('frame.product')}</title>"),
        ('href="./favicon.png"', f'href="{answers.ICON}"'),
        ('<link rel="service-desc" href="./_stcore/agent/openapi.json" />', ""),
        ('<link rel="stylesheet"', f'{_soon()}<link rel="stylesheet"'),
        ("</head>", f"<style>{style}</style><script>{script}</script></head>"),
    ):
        if before not in html:
            raise RuntimeError(f"Streamlit's page no longer holds {before!r}")
        html = html.replace(before, after, 1)
    return html


def _soon() -> str:
    """The scripts of the elements that pages are made of, asked for with the page, not when one is drawn."""
    files = (next((_SHELL.parent / "static" / "js").glob(f"{name}.*.js"), None) for name in _ELEMENTS)
    return "".join(
        f'<link rel="modulepreload" crossorigin href="./static/js/{file.name}">' for file in files if file
    )


@cache
def _packed_shell() -> bytes:
    return gzip.compress(shell().encode(), 9, mtime=0)


def scripts() -> list[str]:
    """The hashes of the scripts inside our pages, light pages and decks, as a security policy names them."""
    found = [*_SCRIPT.findall(shell()), answers.light_script(), assets.script()]
    return [f"sha256-{base64.b64encode(hashlib.sha256(one.encode()).digest()).decode()}" for one in found]
