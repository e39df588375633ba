"""Notes with corrections: no final figure becomes another one without saying why, and whether it was our error."""

from __future__ import annotations

import datetime as dt
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable

from sdw.edition import editions, figures
from sdw.edition.approval import log, notes
from sdw.edition.approval.log import Event
from sdw.edition.approval.notes import Kind, Note, Severity
from sdw.edition.editions import Edition
from sdw.edition.figure_row import Row
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import Chance, Expected
from sdw.reference.status import Status
from sdw.text.dutch import listing, number, say
from sdw.text.errors import UserError

_LONGEST = 500


def run(options: Namespace) -> bool:
    """Add notes to an edition that is public already: an error that was found later."""
    edition = editions.find(options.label)
    if edition.is_concept:
        raise UserError("correction.concept", label=edition.label)
    found = given(options, edition.label)
    if not found:
        raise UserError("correction.no_note")
    notes.add(edition.label, found)
    sys.stderr.write(say("correction.added", label=edition.label, count=number(len(found))) + "\n")
    return True


def given(options: Namespace, label: str) -> list[Note]:
    """The notes that a command was given.

    Raises:
        UserError: an indicator or a severity is not known, or a text is empty or too long.
    """
    revisions = [note(label, name, "", text) for name, text in options.note]
    return revisions + [note(label, name, severity or "-", text) for name, severity, text in options.error]


def note(label: str, indicator: str, severity: str, text: str) -> Note:
    """One note: an error of ours where a severity is given, else a revision.

    Raises:
        UserError: as `given`.
    """
    kind = Kind.ERROR if severity else Kind.REVISION
    weight = _severity(severity) if severity else Severity.SMALL
    return Note(label, dt.datetime.now(dt.UTC), _indicator(indicator), kind, weight, _text(text))


def keep(label: str, one: Note, by: str) -> None:
    """Keep a note with a concept, in its log: nobody but the steward reads it until the edition is public."""
    facts = {"indicator": one.indicator, "kind": one.kind.value, "severity": one.severity.value}
    log.append(label, Event(one.at, "noted", by or say("approval.steward"), text=one.text, facts=facts))


def kept(label: str) -> list[Note]:
    """The notes that were kept with a concept, of each indicator the last."""
    found = {
        event.facts["indicator"]: _of_event(label, event) for event in log.read(label) if event.what == "noted"
    }
    return list(found.values())


def _of_event(label: str, event: Event) -> Note:
    kind, severity = event.facts.get("kind", Kind.REVISION.value), event.facts.get("severity", Severity.SMALL.value)
    return Note(label, event.at, event.facts["indicator"], Kind(kind), Severity(severity), event.text)


def refuse_unnoted(older: Edition | None, coming: Iterable[Row | Figure], said: Iterable[Note]) -> None:
    """Refuse an edition in which final figures are others, and nobody says why. Examples need no reason, nor does
    what is expected of a year that still runs.

    Raises:
        UserError: names the indicators without a note, with how many figures of each change.
    """
    if older is None or older.has_examples:
        return
    kept = list(said)
    counts = changed(older, coming)
    lacking = {one: count for one, count in counts.items() if not any(note.is_about(one) for note in kept)}
    if lacking:
        named = [
            say("correction.unnoted_one", indicator=one, count=number(count)) for one, count in lacking.items()
        ]
        raise UserError("correction.unnoted", names=listing(named))


def changed(older: Edition, coming: Iterable[Row | Figure]) -> Counter[str]:
    """Per indicator: how many figures that were final, over the same regions, get another number."""
    found: Counter[str] = Counter()
    expected = {one.id for one in catalogue.ALL if isinstance(one.formula, Expected | Chance)}
    before: dict[str, dict[tuple[object, ...], Figure]] = {}
    for row in coming:
        if row.indicator in expected:
            continue
        if row.indicator not in before:
            before[row.indicator] = {_cut(one): one for one in figures.select(older, row.indicator)}
        was = before[row.indicator].get(_cut(row))
        if was is None or was.status is not Status.VALUE or row.value is None:
            continue
        found[row.indicator] += was.value != row.value and was.delivered == row.delivered
    return +found


def _cut(one: Row | Figure) -> tuple[object, ...]:
    return one.region, one.period, one.method, one.client_group, one.sector, one.months


def _indicator(name: str) -> str:
    return name if name == notes.EVERY else catalogue.by_id(name).id


def _severity(text: str) -> Severity:
    try:
        return Severity(text)
    except ValueError as error:
        raise UserError("correction.bad_severity", severity=text[:20]) from error


def _text(text: str) -> str:
    found = " ".join(text.split())
    if not found or len(found) > _LONGEST:
        raise UserError("correction.no_text", most=_LONGEST)
    return found
