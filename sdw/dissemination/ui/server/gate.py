"""The gate: which hosts and origins are let in, and the headers of every answer. Streamlit sees nothing before it.

Configured by the environment: `SDW_HOSTS` (names under which the monitor may be asked) and `SDW_FRAME_ANCESTORS`
(sites that may show it in a frame). Both are lists, with commas or spaces between. Without them the monitor
answers on loopback and on the address it was started on, and nobody may frame it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

import streamlit
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import net_util

from sdw.dissemination.ui.server import addresses, answers, uploads
from sdw.dissemination.ui.server.line import Line
from sdw.dissemination.ui.server.shelf import Shelf
from sdw.edition import paths
from sdw.text.errors import UserError

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
#: Every address of the machine: a place to listen, never a name to be asked under.
WILDCARDS = ("0.0.0.0", "::", "[::]")
#: What a page here never needs.
_NEVER = (
    *("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone"),
    *("midi", "payment", "publickey-credentials-get", "screen-wake-lock", "usb", "xr-spatial-tracking"),
)
#: What holds whoever asks. Links to other sites do not tell from which page a reader came.
_FIXED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _NEVER),
}
_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_])?)\.?(?::(\d{1,5}))?")
_ANCESTOR = re.compile(r"'self'|https?://(?:\*\.)?[a-z0-9][a-z0-9.-]*(?::(?:\d{1,5}|\*))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rules:
    """Who is let in.

    names: hosts without a port. origins: hosts, with a port unless it is the usual one, of which pages may talk
    to this server though they ask another name of it (a proxy that does not pass the name on). ancestors: what
    may frame a page, as in a Content-Security-Policy.
    """

    names: frozenset[str]
    origins: frozenset[str] = frozenset()
    ancestors: tuple[str, ...] = ()

    def admits_host(self, host: str) -> bool:
        """True for a Host header that names this monitor, with any port."""
        found = _HOST.fullmatch(host.lower())
        return found is not None and found[1] in self.names

    def admits_origin(self, origin: str, host: str) -> bool:
        """True for pages of the host that is asked, and for those of a configured name."""
        parts = urlsplit(origin)
        if parts.scheme not in ("http", "https"):
            return False
        usual = ":443" if parts.scheme == "https" else ":80"
        asking = parts.netloc.lower().removesuffix(usual)
        return asking in self.origins or asking == host.lower().removesuffix(usual)


def rules(environment: Mapping[str, str], address: str) -> Rules:
    """The rules of a deployment that listens on `address`.

    Raises:
        UserError: an entry of a list is not a host, or not an origin.
    """
    told = _listed(environment, "SDW_HOSTS")
    ancestors = ancestors_in(environment)
    hosts = [_HOST.fullmatch(one.lower()) for one in told]
    wrong = next((one for one, found in zip(told, hosts, strict=True) if found is None), "")
    if wrong:
        raise UserError("gate.no_host", entry=wrong)
    wrong = next((one for one in ancestors if not _ANCESTOR.fullmatch(one)), "")
    if wrong:
        raise UserError("gate.no_ancestor", entry=wrong)
    known = [found for found in hosts if found is not None]
    own = () if address in WILDCARDS else (f"[{address}]" if ":" in address else address.lower(),)
    return Rules(
        frozenset((*LOOPBACK, *own, *(found[1] for found in known))),
        frozenset(found[1] + (f":{found[2]}" if found[2] not in (None, "80", "443") else "") for found in known),
        tuple(ancestors),
    )


def ancestors_in(environment: Mapping[str, str]) -> list[str]:
    """The sites that may show a page in a frame, as they were given; none where nobody may."""
    return _listed(environment, "SDW_FRAME_ANCESTORS")


def _listed(environment: Mapping[str, str], name: str) -> list[str]:
    return environment.get(name, "").replace(",", " ").split()


def ask_nobody() -> None:
    """Give Streamlit an address of its own, so that it never asks another host for it.

    It does so for an origin that it does not know, and at its start: twice a second of waiting, for everybody.
    """
    net_util._external_ip = net_util._internal_ip = LOOPBACK[0]


#: Answers a request for an address (without base path and slash in front), or says False.
Room = Callable[[Scope, str, answers.Answering], Awaitable[bool]]


class Gate:
    """The outermost layer around the application.

    app: what answers who is let in. scripts: hashes of the scripts inside a page that may run. rooms: what answers
    before the application does, each the addresses that it knows.
    """

    def __init__(self, app: ASGIApp, scripts: Iterable[str] = (), rooms: Sequence[Room] = ()) -> None:
        ask_nobody()
        self._app = app
        self._room = uploads.Room()
        shelf = Shelf()
        shelf.fill()
        self._rooms: tuple[Room, ...] = (shelf.answers, *rooms)
        self._told = lru_cache(maxsize=64)(self._headers)
        self._scripts = " ".join(f"'{one}'" for one in scripts)
        self._rules = rules(os.environ, streamlit.get_option("server.address") or WILDCARDS[0])
        self._is_public = paths.is_public()
        self._base = streamlit.get_option("server.baseUrlPath").strip("/")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or hand on; every answer gets the headers."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        asked = Headers(scope=scope)
        host = asked.get("host", "")
        answering = answers.Answering(scope, send, self._told(host))
        with self._room.asked(scope) as full:
            refused = self._refused(scope, asked, host) or full
            if refused:
                await answering.refuse(refused)
                return
            here = {**scope, "headers": _of_this_host(scope, host)}
            if scope["type"] == "websocket":
                line = Line(receive, answering)
                await self._app(here, line.receive, line.send)
            else:
                address = addresses.below(scope, self._base)
                for room in self._rooms:
                    if await room(scope, address, answering):
                        return
                await self._app(here, receive, answering)

    def _refused(self, scope: Scope, asked: Headers, host: str) -> int:
        """The status with which a request is refused; 0 when it is let in."""
        if len(asked.getlist("host")) != 1 or len(asked.getlist("origin")) > 1:
            return 400
        if not self._rules.admits_host(host):
            return 421
        if "origin" in asked and not self._rules.admits_origin(asked["origin"], host):
            return 403
        if not addresses.exists(scope, self._base, is_public=self._is_public):
            return 404
        return 0

    def _headers(self, host: str) -> dict[str, str]:
        """The headers of an answer to who asked for `host`."""
        own = "'self'"
        if self._rules.admits_host(host) and not host.startswith("["):
            own += f" ws://{host} wss://{host}"
        policy = {
            "default-src": "'none'",
            # Streamlit's script makes a blob of the script of a component, and reads numbers with wasm.
            "script-src": f"'self' blob: 'wasm-unsafe-eval' {self._scripts}".strip(),
            "style-src": "'self' 'unsafe-inline'",
            "img-src": "'self' data: blob:",
            "font-src": "'self' data:",
            "media-src": "'self'",
            "connect-src": own,
            "worker-src": "'self' blob:",
            "base-uri": "'none'",
            "form-action": "'self'",
            "frame-ancestors": " ".join(self._rules.ancestors) or "'none'",
        }
        told = {"Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items())}
        if not self._rules.ancestors:
            told["X-Frame-Options"] = "DENY"
        return _FIXED | told


def _of_this_host(scope: Scope, host: str) -> list[tuple[bytes, bytes]]:
    """The headers of a request that was let in: from a page of this host, so that Streamlit need not judge it."""
    own = f"http://{host}".encode("latin-1")
    return [(name, own if name == b"origin" else value) for name, value in scope["headers"]]
