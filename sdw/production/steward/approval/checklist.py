"""The checklist before agreement: errors, which block, and warnings, which a person accepts by name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sdw.dissemination.figures import corrections
from sdw.dissemination.figures.corrections import Correction
from sdw.dissemination.figures.record import changes
from sdw.dissemination.figures.sentences import wording
from sdw.edition import figures
from sdw.edition.approval import compared, notes
from sdw.edition.approval.standing import Standing, State
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import NATION, TOTAL
from sdw.production.steward import verify
from sdw.reference import periods
from sdw.reference.areas import regions
from sdw.reference.status import Status
from sdw.text.dutch import day, listing, number, say
from sdw.text.errors import UserError

#: The count by which a region is said to have delivered a running year.
_DELIVERED = "gestart"
#: A national figure that changes by more than this part of what it was is told of.
_LARGE = 0.10
_NAMED = 10  # regions named one by one


@dataclass(frozen=True, slots=True)
class Item:
    """One point of the list. blocks: an error; else a warning, with the name under which it is accepted."""

    name: str
    blocks: bool
    text: str


def items(edition: Edition, standing: Standing, today: dt.date) -> tuple[Item, ...]:
    """Every point that stands open, errors first."""
    found = [*_files(), *_unnoted(edition, standing), *_objections(standing)]
    found += [
        *_silent(standing, today),
        *_unseen(standing),
        *_absent(edition),
        *_carried_over(edition),
        *_large(edition),
    ]
    return tuple(sorted(found, key=lambda one: not one.blocks))


def settle(found: Sequence[Item], accepted: Iterable[str], by: str, now: dt.datetime) -> list[dict[str, str]]:
    """The warnings as they are stored, each with who accepted it and when.

    Raises:
        UserError: something blocks, a warning is not accepted, or a name is of no warning.
    """
    names = set(accepted)
    warnings = [one for one in found if not one.blocks]
    if blocking := [one.text for one in found if one.blocks]:
        raise UserError("approval.blocked", why=" ".join(blocking))
    if strange := sorted(names - {one.name for one in warnings}):
        raise UserError("approval.no_such_warning", names=listing(strange))
    if left := [one for one in warnings if one.name not in names]:
        told = " ".join(say("approval.to_accept", name=one.name, text=one.text) for one in left)
        raise UserError("approval.not_accepted", told=told)
    return [{"name": one.name, "text": one.text, "by": by, "at": now.isoformat()} for one in warnings]


def _files() -> Iterator[Item]:
    for finding in verify.verify():
        if not finding.ok:
            yield Item("opslag", True, say("approval.error.store", name=finding.name, why=finding.text))


def _unnoted(edition: Edition, standing: Standing) -> Iterator[Item]:
    """Numbers that were final and are not the same any more: each indicator of them needs its note."""
    older = compared.before(edition)
    if older is None:
        return
    found: dict[str, int] = {}
    for one in corrections.between(older, edition):
        if changes.kind(one) == "other":
            found[one.now.indicator] = found.get(one.now.indicator, 0) + 1
    for indicator, count in found.items():
        if not {indicator, notes.EVERY} & standing.notes.keys():
            label = catalogue.by_id(indicator).label
            text = say("approval.error.note", indicator=indicator, label=label, count=number(count))
            yield Item(f"correctie-{indicator}", True, text)


def _objections(standing: Standing) -> Iterator[Item]:
    for party, why in standing.objections.items():
        yield Item(f"bezwaar-{party}", True, say("approval.error.objection", name=standing.parties[party], why=why))


def _silent(standing: Standing, today: dt.date) -> Iterator[Item]:
    """After its date a party that did not answer is a warning by name; before it, the answer is waited for."""
    if standing.state is not State.SUBMITTED or standing.until is None:
        return
    is_over = today > standing.until
    for party in standing.open:
        key = "approval.warning.silent" if is_over else "approval.error.waiting"
        text = say(key, name=standing.parties[party], until=day(standing.until))
        yield Item(f"stil-{party}", not is_over, text)


def _unseen(standing: Standing) -> Iterator[Item]:
    """Differences that a party did not tick, once they were laid before it."""
    if standing.state is not State.SUBMITTED:
        return
    _, found = compared.of(standing.label, standing.compared)
    for party, name in standing.parties.items():
        left = [one for one in found if one.id not in standing.ticks.get(party, ())]
        if left:
            facts = {"name": name, "left": number(len(left)), "count": number(len(found))}
            yield Item(f"nagekeken-{party}", False, say("approval.warning.unseen", **facts))


def _absent(edition: Edition) -> Iterator[Item]:
    codes = figures.period_codes(edition, _DELIVERED)
    period = max(codes, key=lambda code: (periods.parse(code).end, -periods.parse(code).months), default="")
    absent = [one for one in _of_regions(edition, period) if one.status is Status.NOT_DELIVERED]
    if absent:
        facts = {"count": number(len(absent)), "period": periods.parse(period).label}
        if len(absent) > _NAMED:
            text = say("approval.warning.absent_many", all=number(len(regions.CODES)), **facts)
        else:
            text = say("approval.warning.absent", names=listing([one.place for one in absent]), **facts)
        yield Item("zonder-levering", False, text)


def _of_regions(edition: Edition, period: str) -> Sequence[Figure]:
    return figures.of_regions(edition, _DELIVERED, period) if period else ()


def _carried_over(edition: Edition) -> Iterator[Item]:
    published = figures.published(edition)
    count = sum(one.is_carried_over for name in published for one in figures.select(edition, name))
    if count:
        yield Item("oude-waarden", False, say("approval.warning.carried_over", count=number(count)))


def _large(edition: Edition) -> Iterator[Item]:
    """National numbers over all methods and groups that changed much against the last public edition."""
    older = compared.before(edition)
    found = corrections.between(older, edition) if older else ()
    for indicator in dict.fromkeys(one.now.indicator for one in found if _is_large(one)):
        told = [one for one in found if one.now.indicator == indicator and _is_large(one)]
        texts = [
            say(
                "approval.warning.change",
                period=one.now.period,
                before=wording.shown(one.before),
                now=wording.shown(one.now),
            )
            for one in told
        ]
        label = catalogue.by_id(indicator).label
        yield Item(f"verschil-{indicator}", False, say("approval.warning.large", label=label, told=listing(texts)))


def _is_large(one: Correction) -> bool:
    was, now = one.before.value, one.now.value
    if (
        was is None
        or now is None
        or one.now.region != NATION
        or {one.now.method, one.now.client_group} - {TOTAL, ""}
    ):
        return False
    return abs(now - was) > _LARGE * abs(was)
