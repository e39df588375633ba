"""What a check writes once and means of each measure: the SQL that follows from how measures are declared."""

from __future__ import annotations

from functools import cache
from string import Template

from sdw.reference.datasets.declaration import Dataset, Measure


@cache
def written_out(query: str, dataset: Dataset) -> str:
    """A query with its `$names` written out for the measures of a dataset.

    Names: `$opening` and `$closing` (the stocks), `$expected` (the closing by the ledger), `$parts` and `$any_part`
    (what is part of what), `$pairs` (each measure `now` and `earlier`), `$any_jumps` and `$any_leaps`. Raises
    KeyError where the dataset declares nothing of the kind: the check would check nothing.
    """
    return Template(query).substitute(_of_stocks(dataset) | _of_parts(dataset) | _of_each(dataset))


def _of_each(dataset: Dataset) -> dict[str, str]:
    names = [one.id for one in dataset.measures]
    return {
        "pairs": ", ".join(f"{{measure: '{one}', found: now.{one}, before: earlier.{one}}}" for one in names),
        "any_jumps": " or ".join(f"jumps(now.{one}, earlier.{one})" for one in names),
        "any_leaps": " or ".join(f"leaps(now.{one}, earlier.{one})" for one in names),
    }


def _of_parts(dataset: Dataset) -> dict[str, str]:
    parts = [one for one in dataset.measures if one.part_of]
    if not parts:
        return {}
    return {
        "parts": ", ".join(_part(one, dataset) for one in parts),
        "any_part": " or ".join(f"{one.id} > {' + '.join(one.part_of)}" for one in parts),
    }


def _part(one: Measure, dataset: Dataset) -> str:
    labels = {measure.id: measure.label for measure in dataset.measures}
    whole = " + ".join(labels[name].lower() for name in one.part_of)
    return (
        f"{{measure: '{one.id}', part: '{one.label}', found: {one.id}, "
        f"whole: '{whole}', of_whole: {' + '.join(one.part_of)}}}"
    )


def _of_stocks(dataset: Dataset) -> dict[str, str]:
    ledger = {one.over_time: one.id for one in dataset.measures if one.ledger and one.over_time != "adds"}
    if set(ledger) != {"first", "last"}:
        return {}
    opening, closing = ledger["first"], ledger["last"]
    terms = [f"{'+' if one.ledger > 0 else '-'} {one.id}" for one in dataset.measures if one.ledger]
    expected = " ".join(term for term in terms if not term.endswith(f" {closing}"))
    return {"opening": opening, "closing": closing, "expected": f"({expected.removeprefix('+ ')})"}
