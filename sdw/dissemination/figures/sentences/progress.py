"""The generated sentence above a page: figures in, one or two Dutch sentences out.

No ranks, no blame, no trend words; coverage is always said, and so is what the missing could make of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from sdw.dissemination.figures import selections
from sdw.dissemination.figures.claims.stated import Says, Stated, of_target
from sdw.dissemination.figures.selections import Ledger, Reach, Remark, Spread
from sdw.dissemination.figures.sentences import untold, wording
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import NATION, TOTAL
from sdw.reference import dimensions, periods
from sdw.reference.documents import covenant, targets
from sdw.reference.status import Status
from sdw.text.dutch import day, listing, number, say

#: A sentence names no more regions than this; above it, it counts them.
_NAMED = 8


def when(period: str) -> str:
    """'in 2025', 'in het 1e halfjaar van 2025'."""
    return say("sentence.in_period", period=running(period))


def running(period: str) -> str:
    """A period inside a sentence: '2025', 'het 1e halfjaar van 2025'."""
    parsed = periods.parse(period)
    return say(f"sentence.at_{parsed.kind}", number=parsed.number, year=parsed.year, label=parsed.label)


def capital(text: str) -> str:
    """The text with a capital in front: 'één regio' → 'Eén regio'."""
    return f"E{text[1:]}" if text.startswith("één") else text[:1].upper() + text[1:]


def nation(started: Figure | None, durable: Figure | None) -> str:
    """Where the nation stands on both targets; says so when there is nothing."""
    if started is None and durable is None:
        return say("sentence.none_delivered")
    known = [figure for figure in (started, durable) if figure is not None and figure.value is not None]
    if not known:
        return untold.nation((started, durable))
    parts = [
        say(
            f"sentence.nation_{figure.indicator}" + ("_one" if figure.value == 1 else ""),
            value=wording.shown(figure),
            coverage=wording.aside(figure),
        )
        for figure in known
    ]
    told = capital(f"{when(known[0].period)} {listing(parts)}.")
    return f"{told} {against_target(known[0].period)}"


def days_left(today: dt.date) -> str:
    """How long the covenant still runs. Raises ValueError when the current covenant names no last day."""
    left, ends = covenant.CURRENT.days_left(today), covenant.CURRENT.ends
    if left is None or ends is None:
        raise ValueError("the current covenant names its last day")
    facts = {"version": covenant.CURRENT.version, "date": day(ends)}
    if today > ends:
        return say("sentence.covenant_ended", **facts)
    if left == 0:
        return say("sentence.covenant_last_day", **facts)
    return say("sentence.covenant_day" if left == 1 else "sentence.covenant_days", days=number(left), **facts)


def against_target(period: str) -> str:
    """What the figures of this period may be held against: a year against both, less against none."""
    if periods.parse(period).kind == "year":
        return say(
            "sentence.both_targets",
            started=number(targets.STARTED.national),
            durable=number(targets.DURABLE.national),
            ambition=targets.STARTED.name,
            target=targets.DURABLE.name,
            derived=say("sentence.derived"),
        )
    return say(f"sentence.no_year_{periods.parse(period).kind}")


def regions_on_target(started: Reach, durable: Reach, period: str, lacking: Mapping[Status, int]) -> str:
    """How many regions are at 100 in both definitions, of the regions with a figure; only over a whole year.

    lacking: how many regions lack one of the two figures, by why.
    """
    if not period:
        return say("sentence.none_delivered")
    if not (started.known or durable.known):
        return untold.of(lacking)
    example = _example(started.is_invented or durable.is_invented)
    whole_year = periods.parse(period).kind == "year"
    told = (
        say("sentence.on_target", when=capital(when(period)), started=_of(started), durable=_of(durable))
        if whole_year
        else say("sentence.on_target_part", period=running(period), told=against_target(period))
    )
    if whole_year and max(started.known, durable.known) == 1:
        told = say("sentence.on_target_one", period=running(period))
    why = [
        say(f"sentence.without.{status}_{'one' if count == 1 else 'more'}", count=wording.count(count))
        for status, count in lacking.items()
    ]
    return f"{example}{told} {capital(listing(why))}." if why else example + told


def stated_on_target(*shown: Sequence[Figure]) -> tuple[Stated, ...]:
    """What that sentence says of each region with a count: at its target of a year or above it, or under it."""
    found = [one for rows in shown for one in rows if one.value is not None]
    if not found or periods.parse(found[0].period).kind != "year":
        return ()
    return tuple(of_target(one, Says.MORE if selections.reach([one]).reached else Says.LESS) for one in found)


def _of(reach: Reach) -> str:
    if reach.known < 2:
        key = "sentence.of_known_one" if reach.known else "sentence.of_known_none"
        return say(key, reached=number(reach.reached))
    return say("sentence.of_known", reached=number(reach.reached), known=number(reach.known))


def map_of(
    figure: Figure | None, spread: Spread | None, chosen: Figure | None, period: str, cut: str, verdict: str = ""
) -> str:
    """What the map shows: the middle half of the regions, the nation, and the region that was chosen.

    verdict: how the chosen region lies beside the nation (`claims.beside.verdict`); '' for nothing to say.
    """
    sample = figure or chosen
    if sample is None or (spread is None and (figure is None or figure.value is None)):
        return untold.nation((figure,))
    indicator = catalogue.by_id(sample.indicator)
    parts = []
    if spread is not None:
        parts.append(
            say(
                "sentence.middle_half",
                low=wording.amount(spread.low, indicator),
                high=wording.amount(spread.high, indicator),
                unit=wording.unit(None, indicator),
                example=say("words.invented", told="") if spread.is_invented else "",
            ).rstrip()
        )
    if figure is not None and figure.value is not None:
        key = "sentence.map_nation" if figure.delivered else "sentence.map_nation_whole"
        value = wording.valued(figure) if figure.delivered else wording.spoken(figure)
        parts.append(say(key, value=value, coverage=wording.aside(figure)))
    head = say("sentence.map_head", indicator=indicator.label, cut=cut, when=when(period))
    told = f"{head} {'; '.join(parts)}."
    return told if chosen is None else f"{told} {chosen_on_map(chosen, verdict)}"


def chosen_on_map(chosen: Figure, verdict: str) -> str:
    """The chosen region alone, and how it lies beside the nation ('' for nothing to say)."""
    told = say("sentence.map_chosen", region=chosen.place, value=wording.spoken(chosen))
    return f"{told} {say(f'sentence.chosen_{verdict}', interval=wording.interval(chosen))}" if verdict else told


def compared(pairs: Sequence[tuple[Figure, Figure | None, str]]) -> str:
    """How the ratios of a region lie beside the nation, each with its verdict (`claims.beside.verdict`); '' where
    nothing has one."""
    found: dict[str, list[str]] = {}
    for mine, _, verdict in pairs:
        label = catalogue.by_id(mine.indicator).label
        found.setdefault(verdict, []).append(label[:1].lower() + label[1:])
    parts = [
        say(f"sentence.compared_{verdict}", indicators=listing(found[verdict]))
        for verdict in ("lower", "higher", "same")
        if verdict in found
    ]
    covered = {wording.coverage(nation) for _, nation, _ in pairs if nation is not None and _lacks(nation)}
    parts += [say("sentence.compared_coverage", coverage=listing(sorted(covered)))] if parts and covered else []
    example = _example(any(mine.is_invented for mine, _, _ in pairs))
    return example + " ".join([*parts, say("sentence.compared_how")]) if parts else ""


def _lacks(nation: Figure) -> bool:
    return nation.delivered is not None and nation.delivered[0] < nation.delivered[1]


def region(name: str, started: Figure | None, durable: Figure | None) -> str:
    """Where one region stands on both targets, or kindly that it has not delivered."""
    if started is None and durable is None:
        return say("sentence.none_delivered_region", region=name)
    if started is None or durable is None:
        return say("untold.nothing_yet")
    statuses = {started.status, durable.status}
    if statuses == {Status.NOT_DELIVERED}:
        period = running(started.period)
        return say("sentence.region_nothing", region=name, period=period, example=_example(started.is_example))
    told = say(
        "sentence.region",
        region=name,
        when=when(started.period),
        started=wording.spoken(started),
        durable=wording.spoken(durable),
    )
    if periods.parse(started.period).kind == "year":
        return f"{told} {_regional_targets()}"
    return f"{told} {against_target(started.period)}"


def _regional_targets() -> str:
    return say(
        "sentence.region_target",
        started=number(targets.STARTED.per_region),
        durable=number(targets.DURABLE.per_region),
        ambition=targets.STARTED.name,
        target=targets.DURABLE.name,
    )


def ledger(book: Ledger | None) -> str:
    """Whether begin + started − ended = end, in words; nothing where there is no ledger."""
    return "" if book is None else _example(any(part.is_invented for part in book.parts)) + _balance(book)


def _balance(book: Ledger) -> str:
    if not book.same_regions:
        return say("sentence.ledger_other_regions")
    if any(part.is_carried_over for part in book.parts):
        return say("sentence.ledger_carried_over")
    if book.imbalance is None:
        return say("sentence.ledger_incomplete")
    if book.imbalance == 0:
        return say("sentence.ledger_closes")
    key = "sentence.ledger_open_one" if abs(book.imbalance) == 1 else "sentence.ledger_open"
    return say(key, difference=number(abs(book.imbalance)))


def remark(one: Remark) -> str:
    """A remark that travels with a region's figures."""
    return _example(one.is_invented) + _of_region(one.kind, one.region, [one.period])


def remarks(found: Sequence[Remark]) -> list[str]:
    """One sentence for each kind of remark: with the periods of one region, or the names of more regions."""
    by_kind: dict[str, dict[str, list[str]]] = {}
    for one in found:
        by_kind.setdefault(one.kind, {}).setdefault(one.region, []).append(one.period)
    example = _example(any(one.is_invented for one in found))
    return [
        example
        + (_of_regions(kind, list(places)) if len(places) > 1 else _of_region(kind, *next(iter(places.items()))))
        for kind, places in by_kind.items()
    ]


def _of_region(kind: str, region: str, codes: Sequence[str]) -> str:
    named = listing([wording.period(code) for code in codes])
    return say(f"remark.{kind}", region=wording.place(region), period=named)


def _of_regions(kind: str, codes: Sequence[str]) -> str:
    nation = [wording.place(code) for code in codes if code == NATION]
    named = [wording.place(code) for code in codes if code != NATION]
    if len(named) > _NAMED:
        named = [say("sentence.regions", count=wording.count(len(named)))]
    return say(f"remark_more.{kind}", regions=listing([*named, *nation]))


def _example(is_example: bool) -> str:
    return say("sentence.example_of") if is_example else ""


def cut(method: str, client_group: str) -> str:
    """' (IPS, klanten van UWV)' or nothing for the totals."""
    parts = []
    if method not in (TOTAL, ""):
        parts.append(dimensions.METHODS[method].short)
    if client_group not in (TOTAL, ""):
        parts.append(dimensions.CLIENT_GROUPS[client_group].label)
    return f" ({', '.join(parts)})" if parts else ""


def attention(
    not_delivered: Sequence[str],
    delivered: Sequence[str],
    open_ledgers: Sequence[str],
    out_of_reach: str,
    is_example: bool = False,
) -> list[str]:
    """What needs attention by three rules, one sentence each at most; says so when there is nothing.

    Of the regions without a delivery or with one the shorter list is named. out_of_reach: what is said of targets
    that are out of reach with 90% chance or more, '' for none.
    """
    told, example = [], _example(is_example)
    if len(not_delivered) > len(delivered):
        facts = {"count": len(not_delivered), "regions": listing(list(delivered))}
        told.append(say("sentence.late_most", example=example, **facts))
    elif not_delivered:
        told.append(_named("late", not_delivered, example))
    if open_ledgers:
        told.append(_named("open", open_ledgers, example))
    told += [example + out_of_reach] if out_of_reach else []
    return told or [say("sentence.no_attention")]


def _named(kind: str, names: Sequence[str], example: str) -> str:
    """The sentence of this kind with the names of the regions."""
    key = f"sentence.{kind}_one" if len(names) == 1 else f"sentence.{kind}_more"
    return say(key, count=capital(wording.count(len(names))), regions=listing(list(names)), example=example)
