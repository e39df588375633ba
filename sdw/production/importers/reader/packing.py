"""What was read, made ready to travel to the process that asked for it."""

from __future__ import annotations

from dataclasses import astuple
from typing import Any

import pyarrow as pa

from sdw.exchange.facts import FactList
from sdw.exchange.problems import Problem
from sdw.exchange.table_result import Absence, Identity
from sdw.production.importers.engine.file_result import CheckedFile
from sdw.text.dutch import number, say


def facts_of(checked: CheckedFile, most: int, *, figures: bool) -> tuple[dict[str, Any], dict[str, pa.Table]]:
    """A checked file as what can travel: at most so many problems (the rest is counted in one more)."""
    told = list(checked.problems[:most])
    if len(checked.problems) > most:
        told.append(
            Problem("notice", "", 0, "", say("reader.more_problems", count=number(len(checked.problems) - most)))
        )
    facts = {
        "kind": "file",
        "name": checked.name,
        "sha256": checked.sha256,
        "dataset": checked.dataset.id if checked.dataset else None,
        "problems": [astuple(problem) for problem in told],
        "persons": [astuple(finding) for finding in checked.persons],
        "override": checked.override,
        "receipts": [astuple(receipt) for receipt in checked.receipt()],
    }
    return facts, _figures(checked) if figures else {}


def _figures(checked: CheckedFile) -> dict[str, pa.Table]:
    if checked.states is not None:
        return {"states": checked.states.table}
    return {
        "cells": checked.cells.select(["line", "measure", "value", "status"]),
        "lines": checked.lines.table.select(["line", "place", "moment"]),
        "places": checked.lines.places,
        "moments": checked.lines.moments,
        "deliveries": checked.deliveries(),
    }


def facts_of_table(found: Absence) -> tuple[dict[str, Any], dict[str, pa.Table]]:
    """A table of CBS as what can travel."""
    facts: dict[str, Any] = {
        name: getattr(found, name) for name in ("name", "sha256", "table", "title", "modified", "dataset", "notes")
    }
    listed = {axis: sorted(codes) for axis, codes in found.listed.items()}
    return facts | {"kind": "table", "listed": listed}, {"observations": found.observations}


def facts_of_list(found: FactList) -> dict[str, Any]:
    """A list of facts as what can travel."""
    return {"kind": "facts", "name": found.name, "sha256": found.sha256, "rows": found.rows}


def facts_of_identity(found: Identity) -> dict[str, Any]:
    """Which table was fetched, as what can travel."""
    return {"kind": "identity", "table": found.table, "modified": found.modified}
