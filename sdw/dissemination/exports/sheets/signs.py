"""The signs of the six statuses in a workbook: short enough to stand where a number would, and explained in it."""

from __future__ import annotations

from sdw.dissemination.exports.explanation import Line
from sdw.reference.status import Status
from sdw.text.dutch import say


def of(status: Status) -> str:
    """'[a]' for what is withheld; every status has a sign of its own, also a measured value."""
    return say(f"sheets.sign.{status.value}")


def nothing() -> str:
    """The sign in a cell in which nothing belongs, so that no cell of a table is empty."""
    return say("sheets.sign.nothing")


def every() -> frozenset[str]:
    """All signs that a cell can hold instead of a number or a word."""
    return frozenset({*map(of, Status), nothing()})


def explained(*, in_cells: bool) -> tuple[Line, ...]:
    """A heading, where signs stand, and what each means. in_cells: they stand in the cells of numbers too."""
    column = say("sheets.sign.header")
    value = say("export.header.value")
    where = (
        say("sheets.sign.where_cell", column=column)
        if in_cells
        else say("sheets.sign.where_own", column=column, value=value)
    )
    return (
        Line(say("sheets.sign.title")),
        Line(column, where),
        *(Line(of(one), say("sheets.sign.means", status=say(f"status.{one.value}"))) for one in Status),
        *([Line(nothing(), say("sheets.sign.means_nothing"))] if in_cells else []),
    )
