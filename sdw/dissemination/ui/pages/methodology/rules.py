"""The rules that figures and sentences keep to, as the tests hold them: no more is said than is tested."""

from __future__ import annotations

from sdw.dissemination.blocks.model import Block, Heading, Paragraph
from sdw.dissemination.blocks.table import Table
from sdw.reference.documents import rules
from sdw.text.dutch import number, say

#: Where a reader of the source finds which tests they are.
_FILE = "sdw/reference/documents/rules.py"


def blocks() -> tuple[Block, ...]:
    """Every rule by its number, with how many tests hold it."""
    rows = [
        (number(place), say(f"page.verantwoording.rules.{rule.name}"), number(len(rule.tests)))
        for place, rule in enumerate(rules.ALL, start=1)
    ]
    return (
        Heading(say("page.verantwoording.rules.title")),
        Paragraph(say("page.verantwoording.rules.intro")),
        Table(
            caption=say("page.verantwoording.rules.caption"),
            head=[say(f"page.verantwoording.rules.{name}") for name in ("number", "rule", "tests")],
            rows=rows,
            numbers=frozenset({2}),
            words=True,
        ),
        Paragraph(say("page.verantwoording.rules.where", file=_FILE), quiet=True),
    )
