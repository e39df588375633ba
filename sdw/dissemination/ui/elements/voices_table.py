"""Three voices beside one another as a table: the target, what was pledged, and what is expected."""

from __future__ import annotations

from collections.abc import Sequence

from sdw.dissemination.blocks.table import Cell, Table
from sdw.dissemination.figures.sentences import pace, progress, wording
from sdw.dissemination.figures.sentences.voices import Voices
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import NATION
from sdw.text.dutch import number, say


def table(found: Sequence[Voices]) -> Table:
    """A row for each target: what is asked, what was pledged, what is expected with its chance."""
    used = [one for each in found for one in each.shown]
    head = [say(f"voices.{name}") for name in ("what", "target", "pledged", "expected")]
    return Table(
        caption=say("voices.caption", year=found[0].expected.period) + wording.notes(used),
        head=head,
        rows=[_row(one) for one in found],
        stack=True,
        words=True,
    )


def _row(one: Voices) -> list[Cell | str]:
    kind = "derived" if one.expected.region == NATION and one.aim.derived_by_us else "said"
    return [
        progress.capital(catalogue.by_id(one.aim.indicator).short),
        say(f"voices.target_{kind}", target=number(one.target)),
        say("voices.not_pledged") if one.pledged is None else _with_aside(one.pledged),
        _expected(one),
    ]


def _with_aside(figure: Figure) -> str:
    aside = wording.aside(figure) if figure.value is not None else ""
    return wording.shown(figure) + (f" ({aside})" if aside else "")


def _expected(one: Voices) -> str:
    if one.expected.value is None:
        return wording.status(one.expected)
    low, high = (number(end or 0) for end in (one.expected.low, one.expected.high))
    parts = (say("pace.interval", low=low, high=high), wording.aside(one.expected))
    return say(
        "voices.expected_cell",
        value=wording.shown(one.expected),
        aside="; ".join(filter(None, parts)),
        chance=pace.percent(one.chance),
    )
