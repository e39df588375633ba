"""The commands of the command line: each prints data on stdout and tells on stderr."""

from __future__ import annotations

import datetime as dt
import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from tqdm import tqdm

from sdw.dissemination.blocks import plain
from sdw.dissemination.exports import analysis
from sdw.dissemination.exports import delivery_sheet as templates
from sdw.dissemination.figures import sums
from sdw.dissemination.figures.claims import grammar, words
from sdw.dissemination.ui.pages.methodology import record
from sdw.edition import editions, figures, files, paths
from sdw.edition.approval import concept, notes, parties
from sdw.exchange.pool import readers
from sdw.indicators import catalogue
from sdw.indicators.model import TOTAL
from sdw.production.importers.cbs import fetch
from sdw.production.publishing import publish
from sdw.production.steward import import_file, start, summary, terminal, upcoming, verify
from sdw.production.steward.approval import corrections
from sdw.production.steward.receipt import Receipt
from sdw.production.steward.shipping import newly_shipped
from sdw.production.store import backups, private
from sdw.reference import dimensions, periods
from sdw.reference.areas import regions
from sdw.reference.series import sector_names
from sdw.text.dutch import day, say
from sdw.text.errors import UserError

_BATCH_COLUMNS = tuple(
    terminal.Column(name, name)
    for name in (
        *("batch", "dataset", "origin", "file", "imported_at", "undone_at"),
        *("rows", "changed", "regions", "periods"),
    )
)
_EDITION_COLUMNS = (
    terminal.Column("label", "edition"),
    terminal.Column("published_at", "published_at", dt.datetime.fromisoformat),
    *(terminal.Column(name, name) for name in ("origin", "batches", "threshold")),
    terminal.Column("code_version", "version"),
    terminal.Column("digest"),
)


def tell(text: str) -> None:
    """One message for the person at the keyboard."""
    sys.stderr.write(f"{text}\n")


def _progress(items: Sequence[Path], text: str) -> Iterable[Path]:
    """A bar for what takes over a second; silent where nobody looks."""
    bar: Iterable[Path] = tqdm(
        items, desc=text, delay=1, disable=None, file=sys.stderr, bar_format="{desc} {bar} {n_fmt}/{total_fmt}"
    )
    return bar


def import_files(options: Namespace) -> bool:
    """Read files and store what is right in them."""
    return _read(options, store=True)


def check_files(options: Namespace) -> bool:
    """Read files and store nothing."""
    return _read(options, store=False)


def _read(options: Namespace, *, store: bool) -> bool:
    receipts = []
    for path in _progress(options.files, say("cli.reading")):
        receipts.append(_one(path, options, store=store))
        for line in summary.told(receipts[-1], len(options.files)):
            tell(line)
    if options.report and (report := summary.report(receipts)):
        files.write(options.report, report.encode())
        tell(say("cli.report_written", path=options.report))
    for line in summary.table(receipts):
        tell(line)
    return all(receipt.ok for receipt in receipts)


def _one(path: Path, options: Namespace, *, store: bool) -> Receipt:
    """What became of one file; one that cannot be opened does not stop the others."""
    try:
        if store:
            return import_file.import_file(
                path, dataset=options.dataset, reason=options.override, accept=options.accept
            )
        return import_file.check(path, dataset=options.dataset)
    except UserError as error:
        if not error.key.startswith(("import.", "cbs.")):
            raise
        return Receipt(False, (str(error),), str, name=path.name, errors=1)


def template(options: Namespace) -> bool:
    """Write a sheet to fill in."""
    region = regions.resolve(options.region).region if options.region else None
    period = periods.of_delivery(options.period) if options.period else None
    parts = ["sdw", options.dataset, region.code if region else "", period.code if period else ""]
    path = options.output or import_file.in_working_folder("-".join(part for part in parts if part) + ".xlsx")
    files.write(path, templates.template(region, period, dataset=options.dataset))
    tell(say("cli.template_written", path=path))
    return True


def batches(_: Namespace) -> bool:
    """List what was read, newest last."""
    with private.reader() as connection:
        terminal.show(_BATCH_COLUMNS, private.batches(connection))
    return True


def undo(options: Namespace) -> bool:
    """Take a batch out of what counts."""
    with private.writer() as connection:
        private.undo(connection, options.batch)
    tell(say("cli.undone", batch=options.batch))
    return True


def publish_edition(options: Namespace) -> bool:
    """Make an edition of what is in the store."""
    if behind := publish.clock_behind():
        tell(say("cli.clock_behind", label=behind.label, date=day(behind.published_at.date())))
    said = corrections.given(options, options.label or "")
    edition = publish.publish(options.label, partial(_agree, said), by=options.by.strip(), is_final=options.final)
    if edition.is_concept:
        for note in said:
            corrections.keep(edition.label, note, options.by.strip())
    else:
        notes.add(edition.label, [replace(note, edition=edition.label) for note in said])
    tell(say("approval.made" if edition.is_concept else "cli.published", label=edition.label))
    sys.stdout.write(f"{edition.label}\n")
    return True


def _agree(said: Sequence[notes.Note], label: str, material: publish.Material) -> bool:
    """Tell what will change; ask only where a person can answer. With parties the checklist asks for notes."""
    older = upcoming.before(material.origin)
    if not parties.current().party:
        corrections.refuse_unnoted(older, material.rows, said)
    for line in upcoming.told(older, upcoming.changes(older, material.rows) if older else []):
        tell(line)
    return not terminal.asks() or terminal.agrees(say("upcoming.question", label=label))


def list_editions(_: Namespace) -> bool:
    """List the editions; False where one cannot be read."""
    terminal.show(_EDITION_COLUMNS, map(_line_of, editions.every()))
    refused = editions.refused()
    for fault in refused:
        tell(str(fault))
    return not refused


def _line_of(edition: editions.Edition) -> list[str]:
    facts = {**dict(edition.manifest), "batches": ",".join(map(str, edition.batches))}
    return [facts[column.name] for column in _EDITION_COLUMNS]


def print_figures(options: Namespace) -> bool:
    """Print published figures."""
    edition = editions.find(options.edition)
    indicator = catalogue.by_id(options.indicator)
    if "," in f"{options.method}{options.client_group}" and not (options.sector or options.months):
        return _sums(edition, options)
    wanted = {
        "region": _region(options.region),
        "period": periods.parse(options.period).code if options.period else None,
        "method": dimensions.resolve_method(options.method).code if options.method else None,
        "client_group": dimensions.resolve_client_group(options.client_group).code
        if options.client_group
        else None,
        "sector": sector_names.resolve(options.sector).code if options.sector else None,
        "months": options.months,
    }
    found, mark = figures.select(edition, indicator.id, **wanted), concept.mark(edition)
    if not found:
        figures.refuse_unknown(indicator, edition, wanted)
    sys.stdout.write(analysis.json(found, mark) if options.format == "json" else analysis.csv(found, mark))
    return True


def _sums(edition: editions.Edition, options: Namespace) -> bool:
    """Several methods or client groups at once: their sums, or what shown figures leave open."""
    methods, groups = (options.method or TOTAL).split(","), (options.client_group or TOTAL).split(",")
    found = sums.select(
        edition,
        options.indicator,
        region=_region(options.region),
        period=periods.parse(options.period).code if options.period else None,
        methods=[dimensions.resolve_method(text.strip()).code for text in methods],
        client_groups=[dimensions.resolve_client_group(text.strip()).code for text in groups],
    )
    if any(not one.exact for one in found):
        tell(say("sum.told"))
    lines, mark = [one.figure for one in found], concept.mark(edition)
    sys.stdout.write(analysis.json(lines, mark) if options.format == "json" else analysis.csv(lines, mark))
    return True


def _region(text: str | None) -> str | None:
    if text is None or text.strip().upper() == "NL":
        return text and "NL"
    return regions.resolve(text).region.code


def check_claim(options: Namespace) -> bool:
    """Print what an edition says of a claim, and what may be said instead."""
    edition = editions.find(options.edition)
    answer = grammar.checked(edition, " ".join(options.text))
    sys.stdout.write("\n".join([*words.lines(edition, answer), "", say("claim.per_claim")]) + "\n")
    return True


def print_record(options: Namespace) -> bool:
    """Print how well the monitor did, by the editions up to one; the newest unless another is named."""
    edition = editions.find(options.edition)
    sys.stdout.write(plain.page(record.page(edition, tuple(editions.every()))))
    return True


def backup(_: Namespace) -> bool:
    """Copy the private store."""
    path = backups.backup()
    tell(say("cli.backed_up"))
    sys.stdout.write(f"{path}\n")
    return True


def restore(options: Namespace) -> bool:
    """Put a copy of the private store back."""
    before = backups.restore(options.file)
    tell(say("cli.restored", path=before))
    return True


def verify_all(_: Namespace) -> bool:
    """Hold everything against its digests."""
    good = True
    for finding in verify.verify():
        mark = say("cli.good") if finding.ok else say("cli.bad")
        tell(f"{mark} {finding.name}: {finding.text}")
        good = good and finding.ok
    return good


def fetch_cbs(options: Namespace) -> bool:
    """Fetch tables of CBS."""
    if paths.is_public():
        raise UserError("store.public")
    for table in options.tables:
        folder = paths.folder() / "cbs" / table
        found = fetch.fetch(table, folder, readers().identify)
        tell(say("verzuim.fetched", table=found.table, date=found.modified[:10], path=folder))
        sys.stdout.write(f"{folder}\n")
    return True


def start_dashboard(options: Namespace) -> bool:
    """Make the first edition where there is none, and serve the pages."""
    if start.is_needed():
        tell(say("cli.first_edition"))
        for step in start.build(examples=not options.without_examples):
            tell(say("cli.building", step=step))
    else:
        if options.without_examples and (label := start.leave_out_examples()):
            tell(say("cli.examples_left_out", label=label))
        for done in newly_shipped.pick_up():
            tell(done)
    if options.build_only:
        return True
    start.refuse_occupied(options.host, options.port)
    everywhere = options.host in start.EVERYWHERE
    shown = "localhost" if everywhere else f"[{options.host}]" if ":" in options.host else options.host
    tell(say("cli.serving", host=shown, port=options.port))
    if everywhere and not os.environ.get("SDW_HOSTS"):
        tell(say("cli.everywhere"))
    start.serve(options.host, options.port)
