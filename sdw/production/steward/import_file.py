"""Import and check: a file is read and judged whole, then stored in one transaction or not at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from sdw.exchange.facts import FactList
from sdw.exchange.pool import readers
from sdw.exchange.problems import SHOWN
from sdw.exchange.result import FileResult
from sdw.exchange.table_result import DATASETS as TABLES
from sdw.production.steward import import_absence
from sdw.production.steward.receipt import Receipt
from sdw.production.store import fact_lists, observation_tables, private, sql, state_lists
from sdw.production.store.observation_tables import Parts
from sdw.production.store.private import Accepted, Connection, Incoming
from sdw.production.store.state_lists import IncomingStates
from sdw.reference import dimensions, periods
from sdw.reference.areas import regions
from sdw.reference.datasets import catalogue
from sdw.reference.datasets.declaration import Dataset
from sdw.reference.documents.regional_facts import DATASET as FACTS
from sdw.text.dutch import listing, number, say
from sdw.text.errors import UserError

#: How many changed figures are listed one by one.
_CHANGES_SHOWN = 20
#: Regions of one file that the table of many files names.
_NAMED = 3


def import_file(
    path: Path,
    *,
    dataset: str | None = None,
    origin: str | None = None,
    reason: str | None = None,
    accept: bool = False,
    at: dt.datetime | None = None,
) -> Receipt:
    """Import one file: all of it, or nothing. `origin` None: as the dataset declares its deliveries.

    `reason`: why the steward lets a file pass that the person guard refuses; it is kept with the batch.
    `accept`: a person looked at the warnings that must be accepted (`FileResult.to_accept`), and takes them.
    `at`: when the file came in; None for now.

    Raises:
        UserError: the store is in use or may not be opened, or there is no such dataset.
    """
    _known(dataset)
    readers().start()
    with private.writer() as connection:
        checked = readers().read(
            path,
            dataset=dataset,
            previous=lambda name, found: _previous(connection, name, found, origin),
            override=reason or "",
        )
        if isinstance(checked, FactList):
            return _facts_taken(connection, checked, origin, at)
        if not isinstance(checked, FileResult):
            return import_absence.take(connection, path.name, checked, origin=origin, at=at)
        if not checked.ok or checked.dataset is None:
            return _refused(checked)
        if checked.to_accept and not accept:
            return _to_accept(checked)
        if checked.dataset.fields:
            accepted = state_lists.accept(connection, replace(_states(checked, checked.dataset, origin), at=at))
        else:
            accepted = private.accept(connection, replace(_incoming(checked, checked.dataset, origin), at=at))
    return _receipt(checked, True, _accepted_lines(checked, accepted), accepted)


def check(path: Path, *, dataset: str | None = None) -> Receipt:
    """Read and judge one file against what is in the store; nothing is stored."""
    _known(dataset)
    readers().start()
    with private.reader() as connection:
        checked = readers().read(
            path, dataset=dataset, previous=lambda name, found: _previous(connection, name, found, None)
        )
        if isinstance(checked, FactList):
            return Receipt(
                True, (_facts_told(checked), say("steward.checked", name=checked.name)), str, name=checked.name
            )
        if not isinstance(checked, FileResult):
            return import_absence.check(connection, path.name, checked)
    if not checked.ok:
        return _refused(checked)
    key = "steward.checked_to_accept" if checked.to_accept else "steward.checked"
    lines = [*_receipts(checked), say(key, name=checked.name)]
    return _receipt(checked, True, lines)


def _facts_taken(connection: Connection, found: FactList, origin: str | None, at: dt.datetime | None) -> Receipt:
    """A list of facts, read already: a newer one replaces the older one whole."""
    accepted = fact_lists.accept(connection, found.name, found.sha256, found.rows, origin or "openbaar", at)
    if accepted.batch_id is None:
        return Receipt(True, (say("steward.nothing_new", name=found.name),), str, accepted, found.name)
    told = say("facts.accepted", name=found.name, batch=accepted.batch_id)
    return Receipt(True, (_facts_told(found), told), str, accepted, found.name)


def _facts_told(found: FactList) -> str:
    regional = len({row[1] for row in found.rows} - {regions.NATION})
    return say("facts.told", count=number(len(found.rows)), regions=number(regional))


def _known(dataset: str | None) -> None:
    known = [*catalogue.DATASETS, *TABLES, FACTS]
    if dataset not in (None, *known):
        raise UserError("steward.unknown_dataset", dataset=str(dataset)[:40], known=listing(known))


def _previous(connection: Connection, dataset: str, found: Sequence[str], origin: str | None) -> pa.Table:
    origin = origin or catalogue.DATASETS[dataset].origin_of_delivery
    return sql.table(connection, "previous_deliveries", dataset=dataset, origin=origin, regions=list(found))


def _incoming(checked: FileResult, dataset: Dataset, origin: str | None) -> Incoming:
    # What a person looked at and accepted is no remark on a published figure.
    told = [problem for problem in checked.warnings if not problem.accept]
    warnings = {(problem.region, problem.period, problem.check) for problem in told}
    columns = list(zip(*sorted(warnings), strict=True)) or [(), (), ()]
    return Incoming(
        dataset=dataset.id,
        origin=origin or dataset.origin_of_delivery,
        file_name=checked.name,
        sha256=checked.sha256,
        figures=_parts(checked),
        deliveries=checked.tables["deliveries"],
        warnings=pa.table(
            [pa.array(column, pa.string()) for column in columns], names=["region", "period", "kind"]
        ),
        reason=checked.override or None,
    )


def _states(checked: FileResult, dataset: Dataset, origin: str | None) -> IncomingStates:
    origin = origin or dataset.origin_of_delivery
    table = checked.tables["states"]
    return IncomingStates(dataset.id, origin, checked.name, checked.sha256, table, checked.override or None)


def _parts(checked: FileResult) -> Parts:
    cells, lines, places = (checked.tables[name] for name in ("cells", "lines", "places"))
    kinds, kind = _kinds(cells)
    used = np.flatnonzero(np.bincount(lines["place"].to_numpy()))
    return Parts(
        lines=lines,
        places=places.take(used),
        moments=checked.tables["moments"],
        kinds=kinds,
        cells=pa.table({"line": cells["line"], "kind": kind, "value": cells["value"]}),
        margins=observation_tables.NO_MARGINS,
    )


def _kinds(cells: pa.Table) -> tuple[pa.Table, np.ndarray]:
    """Each measure with each status in it, and for every cell the number of its kind."""
    measures, statuses = (cells[name].combine_chunks() for name in ("measure", "status"))
    width = len(statuses.dictionary)
    numbers = measures.indices.to_numpy().astype(np.int16) * np.int16(width)
    numbers += statuses.indices.to_numpy().astype(np.int16)
    kinds = np.flatnonzero(np.bincount(numbers))
    columns = {
        "kind": kinds,
        "measure": measures.dictionary.take(kinds // width),
        "status": statuses.dictionary.take(kinds % width),
    }
    return pa.table(columns), numbers


def _refused(checked: FileResult) -> Receipt:
    count = len(checked.errors)
    lines = [
        say("steward.refused_one" if count == 1 else "steward.refused", name=checked.name, count=number(count)),
        *(f"  {line}" for line in checked.report.lines(SHOWN)),
    ]
    return _receipt(checked, False, lines)


def _to_accept(checked: FileResult) -> Receipt:
    """Nothing wrong for sure, but a person must say that it is right."""
    lines = [
        *(f"  {line}" for line in checked.report.lines(SHOWN)),
        say("steward.not_accepted", name=checked.name, count=number(len(checked.to_accept))),
    ]
    return _receipt(checked, False, lines)


def _receipt(checked: FileResult, ok: bool, lines: Sequence[str], accepted: Accepted | None = None) -> Receipt:
    counts = {"errors": len(checked.errors), "warnings": len(checked.warnings)}
    pending = bool(checked.to_accept) and accepted is None
    return Receipt(
        ok,
        tuple(lines),
        checked.report.to_csv,
        accepted,
        checked.name,
        **counts,
        read=_read(checked),
        pending=pending,
    )


def _read(checked: FileResult) -> str:
    """Of which regions figures were read, and how many: in the table of many files."""
    found = checked.receipts if checked.ok else ()
    if len(found) > _NAMED:
        states, figures = sum(one.states for one in found), sum(one.with_value for one in found)
        key = "summary.regions_states" if states else "summary.regions"
        return say(key, count=number(len(found)), figures=number(states or figures))
    return listing([f"{regions.name_of(one.region)} ({number(one.with_value + one.states)})" for one in found])


def _receipts(checked: FileResult) -> list[str]:
    return [
        *(f"  {line}" for line in checked.report.lines(SHOWN)),
        *(str(receipt) for receipt in checked.receipts),
    ]


def _accepted_lines(checked: FileResult, accepted: Accepted) -> list[str]:
    if accepted.batch_id is None:
        return [say("steward.nothing_new", name=checked.name)]
    lines = [
        *_receipts(checked),
        say("steward.accepted", name=checked.name, batch=accepted.batch_id, rows=number(accepted.rows)),
    ]
    if checked.dataset is not None and checked.dataset.fields:
        lines[-1] = say("states.accepted", name=checked.name, batch=accepted.batch_id, count=number(accepted.rows))
        names = listing([regions.name_of(region) for region, _ in accepted.replaced])
        return lines + ([say("states.replaced", names=names)] if accepted.replaced else [])
    if accepted.replaced:
        lines.append(say("steward.replaced", units=_units(accepted.replaced), count=number(len(accepted.changes))))
        if checked.doubtful:
            return lines
        lines += [f"  {_change(change)}" for change in accepted.changes[:_CHANGES_SHOWN]]
        if len(accepted.changes) > _CHANGES_SHOWN:
            lines.append(say("steward.more_changes", count=number(len(accepted.changes) - _CHANGES_SHOWN)))
    return lines


def _units(units: Sequence[tuple[str, str]]) -> str:
    named = [f"{regions.by_code(region).name} {period}" for region, period in units]
    return listing(named) if len(named) <= 5 else say("steward.many_units", count=number(len(named)))


def _change(change: tuple[Any, ...]) -> str:
    region, period, method, group, _, months, measure, old, old_status, new, new_status = change
    where = [regions.by_code(region).name, periods.parse(period).label]
    if method:
        where += [dimensions.METHODS[method].short, dimensions.CLIENT_GROUPS[group].short]
    if months:
        where.append(say("steward.months", months=months))
    return say(
        "steward.change",
        where=", ".join(where),
        measure=measure,
        old=_value(old, old_status),
        new=_value(new, new_status),
    )


def _value(value: float | None, status: str | None) -> str:
    if status is None:
        return say("steward.absent")
    if value is None:
        return say(f"status.{status}")
    return number(value, 0 if value == int(value) else 1) + ("*" if status == "voorlopig" else "")


def in_working_folder(name: str) -> Path:
    """A file of this name in the folder where the command runs."""
    return Path.cwd() / name
