"""To pass a page on: how a link to it looks elsewhere, how to show it on another site, and a code to scan.

Whole addresses stand here only where the monitor knows its own (SDW_URL).
"""

from __future__ import annotations

import os

from markupsafe import Markup, escape

from sdw.dissemination.exports.qr import Code
from sdw.dissemination.ui.server import gate
from sdw.edition import paths
from sdw.text.dutch import say

#: Name in an address: the form for in a frame.
FRAMED = "insluiten"
#: The form of a drawing that other sites show beside a link to it.
CARD = ".png"
#: As high as a frame is until the page in it tells its own height, in pixels.
_HIGH = 640
_META = Markup('<meta property="og:{}" content="{}">')
_FRAME = (
    '<iframe src="{address}" title="{title}" loading="lazy" style="width:100%;height:{high}px;border:0"></iframe>\n'
    '<script>addEventListener("message",e=>{{if(e.origin==="{origin}"&&e.data.sdw==="hoogte")'
    'for(const f of document.querySelectorAll("iframe"))if(f.contentWindow===e.source)'
    'f.style.height=e.data.hoogte+"px"}})</script>'
)


def head(title: str, words: str, address: str, picture: str) -> Markup:
    """What other sites show of a link: title and words as on the page; page and picture of exactly this view.

    address, picture: relative to the root of the addresses; '' for no picture.
    """
    url = paths.url()
    told = {"title": title, "description": words, "type": "article", "locale": "nl_NL"}
    told |= {"site_name": say("frame.product")}
    told |= {"url": f"{url}/{address}"} if url else {}
    told |= {"image": f"{url}/{picture}", "image:alt": words} if url and picture else {}
    tags = Markup().join(_META.format(name, text) for name, text in told.items())
    canonical = Markup('<link rel="canonical" href="{}/{}">').format(url, address) if url else Markup()
    return Markup('<meta name="description" content="{}">').format(words) + tags + canonical


def embedding(title: str, address: str, label: str) -> Markup:
    """The code to show a page in a frame; nothing where the monitor does not know its own address, or lets nobody.

    address: of the page, relative to the root of the addresses. label: of its edition.
    """
    url = paths.url()
    if not url or not gate.ancestors_in(os.environ):
        return Markup()
    framed = f"{url}/{address}{'&' if '?' in address else '?'}{FRAMED}=1"
    origin = "/".join(url.split("/")[:3])
    code = _FRAME.format(address=escape(framed), title=escape(title), high=_HIGH, origin=escape(origin))
    form = Markup(
        '<details class="sdw-share"><summary>{}</summary><p>{}</p>'
        '<textarea readonly rows="6" aria-label="{}">{}</textarea></details>'
    )
    return form.format(
        *(say("light.share.embed"), say("light.share.embed_how", label=label), say("light.share.embed_label"), code)
    )


def scanned(code: Code | None) -> Markup:
    """The code on paper, with where it leads; nothing where there is none."""
    if code is None:
        return Markup()
    form = Markup('<figure class="sdw-qr">{}<figcaption>{}</figcaption></figure>')
    return form.format(code.svg(code.words), say("light.share.qr_about", address=code.address))
