"""What a visitor is told when there is no page: a short text in Dutch, whoever found the fault."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from urllib.parse import quote

from markupsafe import Markup
from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import Message, Scope, Send

from sdw.dissemination.charts.core import palette
from sdw.dissemination.ui import menu
from sdw.text.dutch import say

ICON_SVG = (
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'>"
    "<rect width='16' height='16' rx='3' fill='#0D5163'/>"
    "<path d='M3 12V9h2.5v3zm3.7 0V6.5h2.6V12zm3.8 0V4H13v8z' fill='#fff'/></svg>"
)
ICON = "data:image/svg+xml," + quote(ICON_SVG, safe=" '/:=.")
_HERE = Path(__file__).parent
#: The refusals that have a text of their own; another one is told as a wrong request, or as our fault.
_TOLD = frozenset({400, 403, 404, 405, 413, 421, 500, 503})
#: Streamlit gives answers to pages of other sites; here nobody else reads them.
_SHARING = b"access-control-"


def style() -> str:
    """The style of every page, with the inks of the drawings in it."""
    return (_HERE / "style.css").read_text(encoding="utf-8") + palette.stylesheet()


@cache
def light_style() -> str:
    """The style of a page without a script of Streamlit: a tenth of the other."""
    return (_HERE / "light.css").read_text(encoding="utf-8") + palette.stylesheet()


@cache
def light_script() -> str:
    """What such a page may run: words at what is pointed at, the keyboard, the height in a frame."""
    return (_HERE / "light.js").read_text(encoding="utf-8")


def of(status: int, scope: Scope) -> Response:
    """The answer with this status: a page for who opens an address, a line of text for Streamlit's own script."""
    told = status if status in _TOLD else 500 if status >= 500 else 400
    headers = {"Content-Language": "nl", "Cache-Control": "no-store"}
    accepted = Headers(scope=scope).get("accept", "*/*")
    if "text/html" in accepted or ("*/*" in accepted and "_stcore/" not in scope["path"]):
        return HTMLResponse(_page(told, scope["path"]), status, headers)
    return PlainTextResponse(f"{say(f'gate.title_{told}')}. {say(f'gate.why_{told}')}\n", status, headers)


_FORM = Markup(
    '<!doctype html><html lang="nl"><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width,initial-scale=1"><title>{}</title>'
    '<link rel="icon" href="{}"><style>{}</style>'
    '<body class="sdw-lost"><main data-testid="stHtml"><p class="sdw-product">{}<h1>{}</h1><p>{}<ul>{}</ul></main>'
)


def _page(status: int, path: str) -> str:
    title = say(f"gate.title_{status}")
    links = Markup()
    if status == 404:
        up = "../" * path.count("/", 1) or "./"  # from the address that was asked to that of the pages
        form = Markup('<li><a href="{}{}">{}</a>')
        links = Markup().join(form.format(up, page.name, page.entry) for page in menu.ALL)
    return _FORM.format(
        *(say("frame.page_title", page=title), ICON, Markup(style()), say("frame.product")),
        *(title, say(f"gate.why_{status}"), links),
    )


class Answering:
    """What is sent to who asked: with our headers, and in our words where something was refused."""

    def __init__(self, scope: Scope, send: Send, headers: dict[str, str]) -> None:
        self._scope = scope
        self._send = send
        self._headers = headers
        self._is_told = False
        self.is_open = False  # of a websocket

    async def __call__(self, message: Message) -> None:
        """Send a message of the application."""
        kind = message["type"]
        if kind == "http.response.start":
            headers = Headers(raw=message.get("headers", []))
            if message["status"] >= 400 and headers.get("content-language") != "nl":
                await self.refuse(message["status"])
                return
            await self._send(self._dressed(message))
        elif kind == "websocket.accept":
            self.is_open = True
            await self._send(self._dressed(message))
        elif kind == "websocket.close" and not self.is_open:
            await self.refuse(403)
        elif not self._is_told:
            await self._send(message)

    async def refuse(self, status: int) -> None:
        """Answer with the Dutch text of this status; what the application says after it is dropped."""
        self._is_told = True
        answer = of(status, self._scope)
        before = "websocket." if self._scope["type"] == "websocket" else ""
        start = {"type": f"{before}http.response.start", "status": status, "headers": answer.raw_headers}
        await self._send(self._dressed(start))
        await self._send({"type": f"{before}http.response.body", "body": bytes(answer.body)})

    async def lead(self, where: str) -> None:
        """Send who asks to another address, relative to this one; asked anew each time."""
        headers = [(b"location", where.encode("ascii")), (b"cache-control", b"no-store"), (b"content-length", b"0")]
        await self({"type": "http.response.start", "status": 302, "headers": headers})
        await self({"type": "http.response.body"})

    def _dressed(self, message: Message) -> Message:
        told = {name.lower().encode("latin-1"): value.encode("latin-1") for name, value in self._headers.items()}
        kept = [pair for pair in message.get("headers", ()) if not _is_ours(pair[0].lower(), told)]
        return {**message, "headers": [*kept, *told.items()]}


def _is_ours(name: bytes, told: dict[bytes, bytes]) -> bool:
    """True for a header of Streamlit that is not passed on."""
    return name in told or name.startswith(_SHARING)
