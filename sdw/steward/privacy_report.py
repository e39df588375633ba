"""The report on the protection of an edition, per table of the plan, from what is published."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sdw.indicators import catalogue, figures
from sdw.indicators.figures import Figure
from sdw.indicators.model import NATION, TOTAL, Count
from sdw.privacy.counts import Key
from sdw.reference import periods, plan
from sdw.reference.plan import Table
from sdw.reference.status import Status
from sdw.steward.attacking import Attack
from sdw.steward.cover import TARGETS, Cover
from sdw.steward.privacy_report_outcomes import lines as outcome_lines
from sdw.store.editions import Edition
from sdw.text.dutch import listing, number, say

_FACTS = (
    *("threshold", "rounding", "decision_owner", "decision_date", "protected_cells"),
    *("hidden_primary", "hidden_secondary", "kept_old_value", "protection_seconds"),
    *("outcome_rates", "outcome_hidden", "outcome_kept", "outcome_lost", "outcome_seconds"),
)
_Cut = tuple[str, str, str, str]


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
    counted = {
        indicator.id: figures.select(edition, indicator.id)
        for indicator in catalogue.ALL
        if isinstance(indicator.formula, Count)
    }
    codes = sorted({figure.period for cells in counted.values() for figure in cells})
    facts = dict(edition.manifest)
    head = [say("privacy.report.title", label=edition.label), ""]
    head += [f"- {say(f'privacy.report.{name}')}: {facts[name]}" for name in _FACTS if name in facts]
    head += [f"- {say('privacy.report.attack')}: {summary(found)}", ""]
    titles = ("table", "cells", "hidden", "share", "covered", "pinned")
    rows = [" | ".join(say(f"privacy.report.{name}") for name in titles), " | ".join(["---"] + ["---:"] * 5)]
    for table in now.tables:
        rows.append(" | ".join(_line(table, codes, counted, found)))
    note = ["", say("privacy.report.note"), *outcome_lines(edition), "", totals(edition)]
    return "\n".join([*head, *(f"| {row} |" for row in rows), *note])


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


def where_and_why(edition: Edition, found: Sequence[Cover]) -> str:
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


def _name(key: Key) -> str:
    measure, region, period, method, group = key
    cut = figures.cut_label(method, group)
    return f"{figures.label_of(region)} {period} {catalogue.by_id(measure).short}" + (f" ({cut})" if cut else "")


def _line(table: Table, codes: Sequence[str], counted: dict[str, tuple[Figure, ...]], found: Attack) -> list[str]:
    cells = {
        (figure.indicator, *_cut(figure)): figure
        for measure, published in counted.items()
        for figure in published
        if _inside(table, measure, figure)
    }
    have = [one for one in cells.values() if one.status.has_value or one.status is Status.SUPPRESSED]
    hidden = [one for one in have if one.status is Status.SUPPRESSED]
    pinned = sum(one.key in cells for one in found.pinned)
    return [
        table.title,
        number(len(have)),
        number(len(hidden)),
        _percent(len(hidden), len(have)),
        _percent(*_people(table, cells.values(), counted)),
        number(pinned),
    ]


def _cut(figure: Figure) -> _Cut:
    return figure.region, figure.period, figure.method, figure.client_group


def _inside(table: Table, measure: str, figure: Figure) -> bool:
    return (
        (not table.measures or measure in table.measures)
        and periods.parse(figure.period).kind in table.periods
        and (figure.method, figure.client_group) in table.cuts()
        and (table.regions or figure.region == NATION)
    )


def _people(table: Table, cells: Iterable[Figure], counted: dict[str, tuple[Figure, ...]]) -> tuple[float, float]:
    """People that the shown parts count, and people in the nation's totals of the same periods."""
    whole = {
        (one.indicator, one.period): one.value
        for measure in ("gestart", "duurzaam_geplaatst")
        for one in counted[measure]
        if one.region == NATION and (one.method, one.client_group) == (TOTAL, TOTAL) and one.value is not None
    }
    parts = [
        one for one in cells if (one.indicator, one.period) in whole and (not table.regions or one.region != NATION)
    ]
    used = {(one.indicator, one.period) for one in parts}
    return sum(one.value or 0.0 for one in parts), sum(whole[key] or 0.0 for key in used)


def _percent(part: float, whole: float) -> str:
    return f"{number(100.0 * part / whole, 1)}%" if whole else "—"
