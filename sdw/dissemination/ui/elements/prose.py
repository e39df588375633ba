"""Longer texts as HTML: facts with their names, quotes, folded parts, links. Every value escaped."""

from __future__ import annotations

from collections.abc import Iterable

from sdw.dissemination.ui.elements.html import escape


def facts(lines: Iterable[tuple[str, str]]) -> str:
    """Names with their texts beside them, as a description list."""
    pairs = "".join(f"<div><dt>{escape(name)}<dd>{escape(text)}</div>" for name, text in lines)
    return f'<dl class="sdw-facts">{pairs}</dl>'


def quote(text: str, source: str) -> str:
    """A sentence word for word, with where it was said."""
    return (
        f'<figure class="sdw-quote"><blockquote>{escape(text)}</blockquote>'
        f"<figcaption>{escape(source)}</figcaption></figure>"
    )


def folded(title: str, body: str) -> str:
    """A part that opens when its title is chosen; `body` is HTML."""
    return f'<details class="sdw-part"><summary>{escape(title)}</summary>{body}</details>'


def link(text: str, url: str) -> str:
    """A link to another site; the text alone where there is no https address."""
    if not url.startswith("https://"):
        return escape(text)
    return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{escape(text)}</a>'


def beside(parts: Iterable[str], css: str = "") -> str:
    """HTML parts side by side, none before the other; one under the other on a phone."""
    sections = "".join(f'<section class="{css}">{part}</section>' for part in parts)
    return f'<div class="sdw-sides">{sections}</div>'


def entries(parts: Iterable[str], css: str = "sdw-entries") -> str:
    """A list of HTML parts."""
    return f'<ul class="{css}">{"".join(f"<li>{part}" for part in parts)}</ul>'
