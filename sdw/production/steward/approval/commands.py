"""`python -m sdw approval …`: the road of an edition from concept to public, one step a command."""

from __future__ import annotations

import datetime as dt
import sys
from argparse import Namespace
from collections.abc import Callable

from sdw.edition import editions, paths
from sdw.edition.approval import access, compared, log, parties, standing
from sdw.edition.approval.log import Event
from sdw.edition.approval.standing import Standing, State
from sdw.production.steward import terminal
from sdw.production.steward.approval import checklist, corrections, moments, releasing
from sdw.production.steward.approval.releasing import refuse_state
from sdw.text.dutch import ZONE, day, listing, moment, number, say
from sdw.text.errors import UserError


def _as_moment(cell: object) -> object:
    return dt.datetime.fromisoformat(str(cell)) if cell else ""


_EVENTS = (
    terminal.Column("at", "at", _as_moment),
    terminal.Column("what", "what", lambda cell: say(f"approval.event.{cell}")),
    *(terminal.Column(name, name) for name in ("party", "by", "text")),
)
_DIFFERENCES = (
    terminal.Column("number", "number"),
    terminal.Column("page", "page"),
    terminal.Column("region", "region"),
    *(terminal.Column(name) for name in ("kind", "title", "id")),
    terminal.Column("old", "old"),
    terminal.Column("new", "new"),
)
_STATES = (
    terminal.Column("label", "label"),
    terminal.Column("state", "state", lambda cell: say(f"approval.state.{cell}")),
    terminal.Column("since", "since", _as_moment),
    terminal.Column("until", "until"),
    terminal.Column("open", "open"),
    terminal.Column("public_from", "public_from", _as_moment),
)


def run(options: Namespace) -> bool:
    """Run one action; False where the checklist has something that blocks."""
    if paths.is_public():
        raise UserError("store.public")
    with log.one_at_a_time():
        return _ACTIONS[options.action](options)


def tell(text: str) -> None:
    """One message for the person at the keyboard."""
    sys.stderr.write(f"{text}\n")


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _today() -> dt.date:
    return _now().astimezone(ZONE).date()


def _of(options: Namespace, *allowed: State) -> Standing:
    """Where the edition stands that an action is about.

    Raises:
        UserError: there is none of this name, or this cannot be done in its state.
    """
    editions.find(options.label)
    one = standing.of(options.label)
    refuse_state(one, *allowed)
    return one


def _add(options: Namespace, what: str, *, party: str = "", text: str = "", **facts: object) -> None:
    log.append(options.label, Event(_now(), what, _by(options), party, text.strip(), facts))


def _by(options: Namespace) -> str:
    return options.by.strip() or say("approval.steward")


def _party(one: Standing, text: str) -> str:
    """The id of a party of this edition, by id or name.

    Raises:
        UserError: it is none.
    """
    wanted = text.strip().casefold()
    for id_, name in one.parties.items():
        if wanted in (id_, name.casefold()):
            return id_
    known = listing(list(one.parties)) if one.parties else "—"
    raise UserError("approval.unknown_party", party=text[:40], known=known)


def _show(options: Namespace) -> bool:
    if options.label:
        editions.find(options.label)
        rows = [[one.at.isoformat(), one.what, one.party, one.by, one.text] for one in log.read(options.label)]
        terminal.show(_EVENTS, rows)
        for line in _told(standing.of(options.label)):
            tell(line)
        return True
    terminal.show(_STATES, [_line(standing.of(one.label)) for one in editions.ever_made()])
    return True


def _line(one: Standing) -> list[str]:
    moments_ = (one.since, one.public_from)
    since, public_from = ("" if when is None else when.isoformat() for when in moments_)
    waiting = ",".join(one.open) if one.state is State.SUBMITTED else ""
    return [one.label, one.state.value, since, one.until.isoformat() if one.until else "", waiting, public_from]


def _told(one: Standing) -> list[str]:
    lines = [say("approval.stands", label=one.label, state=say(f"approval.state.{one.state.value}"))]
    for link in one.links.values():
        key = "approval.link_works" if link.works(_now()) else "approval.link_over"
        lines.append(say(key, id=link.id, holder=link.holder, until=moment(link.revoked or link.until)))
    return lines


def _note(options: Namespace) -> bool:
    one = _of(options, State.CONCEPT, State.SUBMITTED)
    for indicator in options.indicator:
        one_note = corrections.note(options.label, indicator, options.error, options.text)
        corrections.keep(options.label, one_note, _by(options))
    tell(say("approval.noted", label=one.label))
    return True


def _check(options: Namespace) -> bool:
    one = _of(options, State.CONCEPT, State.SUBMITTED)
    found = checklist.items(editions.find(options.label), one, _today())
    for item in found:
        tell(say(f"approval.{'item_error' if item.blocks else 'item_warning'}", name=item.name, text=item.text))
    if not found:
        tell(say("approval.nothing"))
    return not any(item.blocks for item in found)


def _submit(options: Namespace) -> bool:
    one = _of(options, State.CONCEPT)
    until = moments.date(options.until) if options.until else _today() + dt.timedelta(parties.current().answer_days)
    if until < _today():
        raise UserError("approval.past", text=day(until))
    accepted = _settled(options, one)
    edition = editions.find(options.label)
    older, found = compared.before(edition), options.compare(edition, _today())
    digest = compared.keep(one.label, older.label if older else "", found)
    _add(options, "submitted", until=until.isoformat(), accepted=accepted, differences=digest)
    tell(say("approval.submitted", label=one.label, until=day(until)))
    return True


def _settled(options: Namespace, one: Standing) -> list[dict[str, str]]:
    found = checklist.items(editions.find(options.label), one, _today())
    return checklist.settle(found, options.accept, _by(options), _now())


def _differences(options: Namespace) -> bool:
    one = _of(options, *State)
    older, found = compared.of(one.label, one.compared)
    terminal.show(_DIFFERENCES, [[getattr(each, column.name) for column in _DIFFERENCES] for each in found])
    tell(say("approval.differences", label=one.label, older=older or "—", count=number(len(found))))
    return True


def _tick(options: Namespace) -> bool:
    one = _of(options, State.SUBMITTED)
    party = _party(one, options.party)
    _, found = compared.of(one.label, one.compared)
    items = [each.id for each in compared.chosen(found, options.items)]
    _add(options, "ticked", party=party, items=items)
    done = one.ticks.get(party, set()) | set(items)
    tell(say("approval.ticked", name=one.parties[party], done=number(len(done)), count=number(len(found))))
    return True


def _link(options: Namespace) -> bool:
    one = _of(options, State.CONCEPT, State.SUBMITTED, State.AGREED)
    party = _party(one, options.party) if options.party else ""
    days = options.days or parties.current().link_days
    if not options.holder.strip() or days < 1:
        raise UserError("approval.no_holder")
    token, digest = access.new_token()
    until = _now() + dt.timedelta(days=days)
    id_ = str(len(one.links) + 1)
    _add(options, "linked", party=party, text=options.holder, id=id_, digest=digest, until=until.isoformat())
    tell(say("approval.linked", id=id_, holder=options.holder.strip(), until=moment(until)))
    sys.stdout.write(f"inzage/{token}\n")
    return True


def _revoke(options: Namespace) -> bool:
    one = _of(options, *State)
    if options.link not in one.links:
        raise UserError("approval.unknown_link", id=options.link[:40], known=listing(list(one.links)) or "—")
    _add(options, "revoked", id=options.link)
    tell(say("approval.revoked", id=options.link, holder=one.links[options.link].holder))
    return True


def _agree(options: Namespace) -> bool:
    one = _of(options, State.SUBMITTED)
    party = _party(one, options.party)
    _add(options, "agreed", party=party)
    tell(say("approval.agreed", name=one.parties[party], label=one.label))
    return True


def _object(options: Namespace) -> bool:
    one = _of(options, State.SUBMITTED)
    party = _party(one, options.party)
    _add(options, "objected", party=party, text=options.text)
    tell(say("approval.objected", name=one.parties[party], label=one.label))
    return True


def _decide(options: Namespace) -> bool:
    one = _of(options, State.SUBMITTED)
    party = _party(one, options.party)
    if party not in one.objections:
        raise UserError("approval.no_objection", name=one.parties[party])
    _add(options, "decided", party=party, text=options.text)
    tell(say("approval.decided", name=one.parties[party]))
    return True


def _conclude(options: Namespace) -> bool:
    one = _of(options, State.SUBMITTED)
    _add(options, "concluded", accepted=_settled(options, one))
    tell(say("approval.concluded", label=one.label))
    return True


def _open(options: Namespace) -> bool:
    one = _of(options, State.AGREED)
    now = _now()
    when = moments.moment(options.at) if options.at else now
    if options.at and when < now:
        raise UserError("approval.past", text=moment(when))
    _add(options, "embargoed", **{"from": when.isoformat()})
    if not options.at:
        return _release(options)
    tell(say("approval.embargoed", label=one.label, when=moment(when)))
    return True


def _release(options: Namespace) -> bool:
    for label in releasing.due(_now(), _by(options)):
        tell(say("approval.released", label=label))
        sys.stdout.write(f"{label}\n")
    return True


def _withdraw(options: Namespace) -> bool:
    one = _of(options, State.CONCEPT, State.SUBMITTED, State.AGREED)
    _add(options, "withdrawn", text=options.text)
    tell(say("approval.withdrawn", label=one.label))
    return True


_ACTIONS: dict[str, Callable[[Namespace], bool]] = {
    "show": _show,
    "note": _note,
    "check": _check,
    "submit": _submit,
    "differences": _differences,
    "link": _link,
    "revoke": _revoke,
    "tick": _tick,
    "agree": _agree,
    "object": _object,
    "decide": _decide,
    "conclude": _conclude,
    "open": _open,
    "release": _release,
    "withdraw": _withdraw,
}
