"""The files that every first visit asks for, packed once and ready to send: no disk, no thread per visit.

Streamlit sends its scripts as they lie on disk, a thread per file. Here each file is packed at its first request
(those of the shell before the server answers at all) and stays in memory, packed and as it is. Only whole files are
sent from here; who asks for a part of one, or in another way than to read it, is answered by Streamlit.
"""

from __future__ import annotations

import gzip
import hashlib
import re
from dataclasses import dataclass
from mimetypes import guess_type
from pathlib import Path
from threading import Lock

import streamlit
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.types import Scope, Send

from sdw.edition import paths

#: Where the files lie, by the beginning of their address. Streamlit's names hold a digest of what is in them.
_STREAMLIT, _OURS = "static/", "app/static/"
#: A name with a digest always holds the same.
FOREVER, ASK_AGAIN = "public, max-age=31536000, immutable", "no-cache"
#: For whoever asks, and kept by nobody.
SECRET = "private, no-store"
#: Fonts and pictures are packed by their own makers; smaller files gain nothing.
_PACKED = re.compile(r"text/|application/((?:[a-z]+\+)?json|javascript)|image/svg")
_SMALLEST = 300
#: The same on every machine, and before and after Streamlit sets its own.
_KINDS = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2"}
_NAMED = re.compile(r'(?:src|href)="\./(static/[^"]+)"')
_CODING = re.compile(r"\s*([a-z0-9*!#$%&'+.^_`|~-]+)\s*(?:;\s*q\s*=\s*(0(?:\.\d*)?|1(?:\.0*)?)\s*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Form:
    """One way to send a file: what is said of it, what is in it, and by what it is known."""

    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes
    tag: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A file as it is, and packed where that is smaller."""

    plain: Form
    packed: Form | None


class Shelf:
    """What was asked for once lies here. `address` is always without a slash in front and without a base path."""

    def __init__(self) -> None:
        self._streamlit = Path(streamlit.__file__).parent / "static"
        self._kept: dict[str, Kept] = {}
        self._packing = Lock()

    def fill(self) -> None:
        """Pack what the shell of every page names."""
        for address in _NAMED.findall((self._streamlit / "index.html").read_text(encoding="utf-8")):
            self._keep(address)

    async def answers(self, scope: Scope, address: str, send: Send) -> bool:
        """True when this request was answered from here; False when it is Streamlit's to answer."""
        if scope["method"] not in ("GET", "HEAD") or not address.startswith((_STREAMLIT, _OURS)):
            return False
        asked = Headers(scope=scope)
        if "range" in asked:
            return False
        kept = self._kept[address] if address in self._kept else await run_in_threadpool(self._keep, address)
        if kept is None:
            return False
        is_fixed = address.startswith(_STREAMLIT) or scope.get("query_string", b"").startswith(b"v=")
        await hand_out(kept, scope, send, is_fixed=is_fixed)
        return True

    def _keep(self, address: str) -> Kept | None:
        with self._packing:
            if address not in self._kept:
                file = self._file(address)
                if file is None:  # not remembered: nobody fills this memory with addresses of their own
                    return None
                kind = _KINDS.get(file.suffix) or guess_type(file.name)[0] or "application/octet-stream"
                self._kept[address] = packed(file.read_bytes(), kind)
        return self._kept[address]

    def _file(self, address: str) -> Path | None:
        root, name = (
            (self._streamlit, address)
            if address.startswith(_STREAMLIT)
            else (paths.ROOT / "static", address.removeprefix(_OURS))
        )
        file = (root / name).resolve()
        return file if file.is_relative_to(root.resolve()) and file.is_file() else None


async def hand_out(kept: Kept, scope: Scope, send: Send, *, is_fixed: bool, is_secret: bool = False) -> None:
    """Send a file to who asked for it, packed where that is understood, or only that it has not changed.

    is_fixed: at this address always the same, so that nobody needs to ask again. is_secret: for who asks alone, and
    to be kept nowhere on the way.
    """
    asked = Headers(scope=scope)
    form = kept.packed if kept.packed and takes_gzip(asked.get("accept-encoding", "")) else kept.plain
    headers = [*form.headers, (b"cache-control", (FOREVER if is_fixed else ASK_AGAIN).encode())]
    if is_secret:
        headers[-1:] = [(b"cache-control", SECRET.encode()), (b"x-robots-tag", b"noindex")]
    if not is_secret and is_known(asked.get("if-none-match", ""), form.tag):
        same = [pair for pair in headers if not pair[0].startswith(b"content-")]
        await send({"type": "http.response.start", "status": 304, "headers": same})
        await send({"type": "http.response.body"})
        return
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else form.body})


def packed(data: bytes, kind: str, name: str = "") -> Kept:
    """A file of this media type, in the forms in which it is sent; under a `name` when it is there to be kept."""
    told = f"{kind}; charset=utf-8" if _PACKED.match(kind) else kind
    tag = hashlib.sha256(data).hexdigest()[:20]
    small = gzip.compress(data, 9, mtime=0) if _PACKED.match(kind) and len(data) >= _SMALLEST else data
    is_smaller = len(small) < len(data)
    return Kept(
        _form(data, told, tag, name, varies=is_smaller),
        _form(small, told, f"{tag}-gzip", name, varies=True, coding="gzip") if is_smaller else None,
    )


def _form(body: bytes, kind: str, tag: str, name: str, *, varies: bool, coding: str = "") -> Form:
    told = {"content-type": kind, "content-length": str(len(body)), "etag": f'"{tag}"'}
    told |= {"vary": "Accept-Encoding"} if varies else {}
    told |= {"content-encoding": coding} if coding else {}
    told |= {"content-disposition": f'attachment; filename="{name}"'} if name else {}
    return Form(tuple((name.encode(), value.encode()) for name, value in told.items()), body, tag)


def takes_gzip(accepted: str) -> bool:
    """True for an Accept-Encoding (RFC 9110, 12.5.3) under which gzip may be sent."""
    weights: dict[str, float] = {}
    for part in accepted.split(","):
        found = _CODING.fullmatch(part)
        if found:
            weights[found[1].lower()] = float(found[2] or 1)
    return weights.get("gzip", weights.get("*", 0.0)) > 0


def is_known(asked: str, tag: str) -> bool:
    """True for an If-None-Match (RFC 9110, 13.1.2) that names what would be sent."""
    return asked.strip() == "*" or f'"{tag}"' in {one.strip().removeprefix("W/") for one in asked.split(",")}
