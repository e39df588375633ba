"""`python -m sdw privacy …`: attack what is published, report on its protection, compare with the optimum."""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd

from sdw.disclosure import primary
from sdw.disclosure.optimum import optimum
from sdw.disclosure.protect import protect
from sdw.disclosure.system import Table, build
from sdw.dissemination.attack import attack
from sdw.dissemination.attack.findings import Finding
from sdw.edition import editions
from sdw.production.publishing.trajectories import hidden_totals, lost_detail, prior_editions, totals
from sdw.production.steward.privacy import knowing, report
from sdw.production.store import private
from sdw.reference import plan
from sdw.text.dutch import number, say
from sdw.text.errors import UserError

_LARGEST = 5000  # cells of a table for which the optimum is worth waiting for


def run(options: argparse.Namespace) -> bool:
    """Run one of the three; False means that something is not safe."""
    return _ACTIONS[options.action](options)


def _tell(text: str) -> None:
    sys.stderr.write(f"{text}\n")


def _print(header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)


def _attack(options: argparse.Namespace) -> bool:
    others = [editions.find(label) for label in options.others]
    found = knowing.on(
        editions.find(options.edition),
        others,
        exports=options.exports,
        sample=options.sample,
        insider=options.insider,
        region=options.region,
    )
    header = ("edition", "indicator", "region", "period", "method", "client_group", "low", "high", "verdict")
    _print(header, ([one.edition, *one.key, *_ends(one), _verdict(one)] for one in found.findings))
    _tell(report.summary(found))
    if others and found.pinned and not options.insider:
        _tell(say("privacy.guessed"))
    return not found.pinned


def _ends(finding: Finding) -> list[object]:
    return ["" if np.isinf(end) else int(end) for end in (finding.low, finding.high)]


def _verdict(finding: Finding) -> str:
    if finding.pinned or finding.narrow:
        return say(f"privacy.{'pinned' if finding.pinned else 'narrow'}")
    return say(f"privacy.{'known' if finding.known else 'open'}")


def _report(options: argparse.Namespace) -> bool:
    edition = editions.find(options.edition)
    found = attack.on(edition, sample=options.sample)
    sys.stdout.write(report.markdown(edition, found))
    if options.why:
        with private.reader() as connection:
            sys.stdout.write(report.where_and_why(edition, _covers(connection, edition)))
            now = plan.current()
            sys.stdout.write(report.detail(lost_detail.lost(connection, edition, now), now))
    return not found.pinned


def _covers(connection: private.Connection, edition: editions.Edition) -> list[hidden_totals.HiddenTotal]:
    keys = prior_editions.keys_in(edition)
    counted = totals.count_cells(connection, edition.batches, keys)
    return hidden_totals.of(
        prior_editions.assemble(counted, plan.current()), {key for key, hidden in keys.items() if hidden}
    )


def _optimum(options: argparse.Namespace) -> bool:
    inner, keys = _table(options.file)
    margins = [keep for size in range(len(keys) + 1) for keep in combinations(keys, size)]
    tables = [Table("·".join(keep) or say("privacy.total"), keep, {"n": 1.0}) for keep in margins]
    system, cells = build(inner, tables)
    if system.size > _LARGEST:
        raise UserError("privacy.table_too_large", count=system.size, most=_LARGEST)
    marked = primary.mark(system, options.threshold or plan.current().threshold)
    best, usual = optimum(marked), protect(marked)
    facts = marked.cells
    frame = cells.assign(
        freq=facts.value.astype(int),
        primary=facts.primary.astype(int),
        optimum=best.hidden.astype(int),
        usual=usual.hidden.astype(int),
    )
    frame[keys] = frame[keys].fillna(say("privacy.total"))
    _print(list(frame.columns), frame.itertuples(index=False))
    cost = float(facts.cost[usual.secondary].sum())
    word = "optimum" if best.finished else "optimum_bound"
    _tell(say(f"privacy.{word}", best=number(best.cost), usual=number(cost)))
    return True


def _table(path: Path) -> tuple[pd.DataFrame, list[str]]:
    try:
        data = pd.read_csv(path, sep=None, engine="python", dtype=str, keep_default_na=False)
    except (OSError, UnicodeDecodeError, pd.errors.ParserError) as error:
        raise UserError("privacy.unreadable_table", path=path) from error
    counts = pd.to_numeric(data.get("freq", pd.Series(dtype=str)), errors="coerce")
    if not len(counts) or counts.isna().any() or (counts < 0).any() or len(data.columns) < 2:
        raise UserError("privacy.strange_table", path=path)
    keys = [name for name in data.columns if name != "freq"]
    return data[keys].assign(value=counts.astype(float), measure="n"), keys


_ACTIONS: dict[str, Callable[[argparse.Namespace], bool]] = {
    "attack": _attack,
    "report": _report,
    "optimum": _optimum,
}
