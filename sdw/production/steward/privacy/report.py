"""The report on the protection of an edition, per table of the plan, from what is published."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sdw.dissemination.attack.attack import Attack
from sdw.dissemination.figures import protection
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import NATION, TOTAL
from sdw.production.publishing.trajectories.hidden_totals import HiddenTotal
from sdw.production.publishing.trajectories.lost_detail import Lost
from sdw.reference import periods, plan
from sdw.reference.dimensions import Key
from sdw.reference.measures import TARGETS
from sdw.reference.status import Status
from sdw.text.dutch import listing, number, say

_FACTS = (
    *("threshold", "rounding", "decision_owner", "decision_date", "protected_cells"),
    *("hidden_primary", "hidden_secondary", "hidden_zeros", "lost", "exposed", "narrowed", "kept_old_value"),
    "protection_seconds",
    *("outcome_rates", "outcome_hidden", "outcome_kept", "outcome_lost", "outcome_seconds"),
)

_NAMED = 4  # small counts that are named with a hidden one; of more, their number


def summary(found: Attack) -> str:
    """What the attack found, in one sentence or two."""
    return say(
        "privacy.summary_rounded" if found.rounded else "privacy.summary",
        attacked=number(len(found.findings)),
        hidden=number(found.hidden),
        pinned=number(len(found.pinned)),
        narrow=number(len(found.narrow)),
        seconds=number(found.seconds, 1),
    )


def markdown(edition: Edition, found: Attack) -> str:
    """The whole report. Which cells are small and which only cover them is told in total alone: per table it would
    tell something about the cells themselves."""
    now = plan.current()
    facts = dict(edition.manifest)
    head = [say("privacy.report.title", label=edition.label), ""]
    head += [f"- {say(f'privacy.report.{name}')}: {facts[name]}" for name in _FACTS if name in facts]
    head += [f"- {say('privacy.report.attack')}: {summary(found)}", ""]
    counted = _table(
        ("table", "cells", "hidden", "share", "covered", "pinned"),
        [_line(table, found) for table in protection.counts(edition, now)],
    )
    rates = [_rates(table) for table in protection.rates(edition, now)]
    rated = _table(("outcomes", "rates", "shown", "old", "hidden"), rates) if rates else []
    told = ["", *rated, "", say("privacy.report.outcome_note")] if rates else []
    return "\n".join([*head, *counted, "", say("privacy.report.note"), *told, "", totals(edition)])


def _table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    head = [say(f"privacy.report.{name}") for name in titles]
    return [f"| {' | '.join(row)} |" for row in (head, ["---", *["---:"] * (len(head) - 1)], *rows)]


def _line(table: protection.Counts, found: Attack) -> list[str]:
    seen = None if table.seen is None else 100 * table.seen
    share = 100 * table.hidden / len(table.keys) if table.keys else None
    counts = (len(table.keys), table.hidden)
    return [
        table.title,
        *(number(count) for count in counts),
        *(f"{number(part, 1)}%" if part is not None else "—" for part in (share, seen)),
        number(sum(one.key in table.keys for one in found.pinned)),
    ]


def _rates(table: protection.Rates) -> list[str]:
    counts = (table.shown + table.hidden, table.shown - table.old, table.old, table.hidden)
    return [table.title, *(number(count) for count in counts)]


def totals(edition: Edition) -> str:
    """How many totals of the targets are withheld, of nation and regions and per kind of period; by name for the
    nation."""
    lines = []
    for measure in TARGETS:
        for national in (True, False):
            for kind in ("year", "half", "quarter"):
                cells = [
                    one
                    for one in figures.select(edition, measure, method=TOTAL, client_group=TOTAL)
                    if (one.region == NATION) is national
                    and periods.parse(one.period).kind == kind
                    and (one.status.has_value or one.status is Status.SUPPRESSED)
                ]
                if cells:
                    lines.append(_withheld(measure, national, kind, cells))
    return "\n".join([say("privacy.report.totals"), "", *lines]) + "\n"


def _withheld(measure: str, national: bool, kind: str, cells: Sequence[Figure]) -> str:
    hidden = [one for one in cells if one.status is Status.SUPPRESSED]
    told = say(
        f"privacy.report.{'national' if national else 'regional'}",
        measure=catalogue.by_id(measure).label,
        kind=say(f"privacy.report.{kind}"),
        hidden=number(len(hidden)),
        cells=number(len(cells)),
    )
    return f"- {told}" + (f": {', '.join(one.period for one in hidden)}" if national and hidden else "")


def where_and_why(edition: Edition, found: Sequence[HiddenTotal]) -> str:
    """Which totals of the targets are withheld though they are not small, and for which small count.

    For the steward alone: it tells which withheld totals are large.
    """
    lines = [
        say(
            f"privacy.report.{'needed' if one.proven else 'chosen'}",
            cell=_name(one.key),
            covers=listing([_name(key) for key in one.protects]) or say("privacy.report.together"),
        )
        for one in found
    ]
    head = [say("privacy.report.why"), "", say("privacy.report.why_private"), ""]
    return "\n".join(["", *head, *(f"- {line}" for line in lines or [say("privacy.report.no_cover")])]) + "\n"


def detail(found: Sequence[Lost], now: plan.Plan) -> str:
    """Every count that lost detail, and why. For the steward alone, as `where_and_why`."""
    lines = [f"- {_name(one.key)}: {_reason(one, now)}" for one in found] or [say("privacy.report.no_lost")]
    return "\n".join(["", say("privacy.report.lost_cells"), "", *lines]) + "\n"


def _reason(one: Lost, now: plan.Plan) -> str:
    covers = [_name(key) for key in one.covers]
    told = listing(covers[:_NAMED])
    if len(covers) > _NAMED:
        told = say("privacy.report.lost_more", covers=", ".join(covers[:_NAMED]), more=len(covers) - _NAMED)
    return say(f"privacy.report.lost_{one.reason}", covers=told, fewest=now.fewest_regions)


def _name(key: Key) -> str:
    measure, region, period, method, group = key
    cut = figures.cut_label(method, group)
    return f"{figures.label_of(region)} {period} {catalogue.by_id(measure).short}" + (f" ({cut})" if cut else "")
