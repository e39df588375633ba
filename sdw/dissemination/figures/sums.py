"""A choice of several methods or client groups at once: their sum, or the range that everybody can work out.

Subtracting two sums of withheld parts would undo all protection. So a sum is shown only when it follows from shown
figures by adding or subtracting; otherwise what shown figures leave open. Only published figures are read, and only
added and subtracted: it tells nothing new, and takes no solver.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from sdw.dissemination.figures.sentences import wording
from sdw.edition import carried_over, figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import TOTAL, Count
from sdw.reference.dimensions import CLIENT_GROUP_PARTS, METHOD_PARTS
from sdw.reference.status import Status, of_sum
from sdw.text.dutch import number, say
from sdw.text.errors import UserError

JOIN = "+"
_Cut = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of some published parts. Where it may not be shown: at least `low`, at most `high` (None: unknown).

    figure: as a figure, with `ips+jobcoaching` as its method; a range stands in `bound_low` and `bound_high`, with
    the status of the missing part. parts: the figures it adds up.
    """

    figure: Figure
    low: float | None
    high: float | None
    parts: tuple[Figure, ...]

    @property
    def exact(self) -> bool:
        """May be shown as one number."""
        return self.figure.value is not None

    @property
    def words(self) -> str:
        """'27', '27*', '12-19', 'ten minste 12' or the status."""
        figure = self.figure
        if figure.value is not None:
            return wording.shown(figure)
        if self.low is None or figure.status is not Status.SUPPRESSED:
            return say(f"status.{figure.status}")
        if self.high is None:
            return say("sum.at_least", low=number(self.low))
        return say("sum.range", low=number(self.low), high=number(self.high))


def sum_of(
    edition: Edition,
    indicator: str,
    region: str,
    period: str,
    methods: Sequence[str] = (TOTAL,),
    client_groups: Sequence[str] = (TOTAL,),
) -> Sum:
    """The sum of an indicator of counts over these methods and client groups, for a region (or NL) and a period.

    Raises:
        UserError: the indicator does not count, a total is chosen beside its parts, or a part is not in the
            publication plan of the edition.
    """
    _check(indicator, methods, client_groups)
    cells = {
        (one.method, one.client_group): one
        for one in figures.select(edition, indicator, region=region, period=period)
    }
    chosen = list(product(dict.fromkeys(methods), dict.fromkeys(client_groups)))
    missing = [cut for cut in chosen if cut not in cells]
    if missing:
        figures.refuse_unknown(catalogue.by_id(indicator), edition, _wanted(region, period, missing[0]))
    parts = tuple(cells[cut] for cut in chosen)
    labels = carried_over.labels_of(label for one in parts for label in one.carried_from)
    like = replace(parts[0], method=_joined(methods), client_group=_joined(client_groups), carried_from=labels)
    like = replace(like, numerator=None, bound_low=None, bound_high=None, value=None)
    return _summed(like, parts, list(_remainders(cells, chosen)))


def select(
    edition: Edition,
    indicator: str,
    *,
    region: str | None,
    period: str | None,
    methods: Sequence[str],
    client_groups: Sequence[str],
) -> tuple[Sum, ...]:
    """The same for every region and period that fit the filters (None: no filter) and have such parts.

    Raises:
        UserError: as `sum_of`; nothing of this choice is published.
    """
    _check(indicator, methods, client_groups)
    found = figures.select(
        edition, indicator, region=region, period=period, method=methods[0], client_group=client_groups[0]
    )
    if not found:
        wanted = _wanted(region, period, (methods[0], client_groups[0]))
        figures.refuse_unknown(catalogue.by_id(indicator), edition, wanted)
    return tuple(sum_of(edition, indicator, one.region, one.period, methods, client_groups) for one in found)


def _wanted(region: str | None, period: str | None, cut: _Cut) -> dict[str, str | int | None]:
    return {"region": region, "period": period, "method": cut[0], "client_group": cut[1]}


def _joined(codes: Sequence[str]) -> str:
    return JOIN.join(dict.fromkeys(codes))


def _check(indicator: str, methods: Sequence[str], client_groups: Sequence[str]) -> None:
    found = catalogue.by_id(indicator)
    if not isinstance(found.formula, Count):
        raise UserError("sum.no_count", indicator=found.label)
    for codes in (methods, client_groups):
        if TOTAL in codes and len(set(codes)) > 1:
            raise UserError("sum.total")


def _remainders(cells: Mapping[_Cut, Figure], chosen: Sequence[_Cut]) -> Iterable[tuple[Figure, list[Figure]]]:
    """Published wholes that hold the choice, each with its other parts; over the same regions, all published.

    None with a value that is still that of an older edition: counts of two editions do not add up.
    """
    methods = _wholes({method for method, _ in chosen}, METHOD_PARTS)
    groups = _wholes({group for _, group in chosen}, CLIENT_GROUP_PARTS)
    for (method, of_method), (group, of_group) in product(methods, groups):
        grid = list(product(of_method, of_group))
        if (method, group) in grid or any(cut not in cells for cut in ((method, group), *grid)):
            continue
        whole = cells[method, group]
        if any(one.is_carried_over for one in (whole, *(cells[cut] for cut in grid))):
            continue
        if all(cells[cut].delivered == whole.delivered for cut in grid):
            yield whole, [cells[cut] for cut in grid if cut not in chosen]


def _wholes(codes: set[str], parts: tuple[str, ...]) -> list[tuple[str, tuple[str, ...]]]:
    """What holds all these codes, with what it adds up: the total, and the code itself when there is one."""
    found = [] if TOTAL in codes else [(TOTAL, parts)]
    return found + [(code, (code,)) for code in codes if len(codes) == 1]


def _summed(like: Figure, parts: tuple[Figure, ...], wholes: Sequence[tuple[Figure, list[Figure]]]) -> Sum:
    status = of_sum(part.status for part in parts)
    if len({part.delivered for part in parts}) > 1:
        # Parts over other regions do not make a figure of one coverage.
        return Sum(replace(like, status=Status.NOT_DELIVERED, delivered=None), None, None, parts)
    low = sum(part.value or 0.0 for part in parts)
    if status.has_value:
        return _exact(like, low, status, parts)
    if status is not Status.SUPPRESSED or like.is_carried_over:
        return Sum(replace(like, status=status), None, None, parts)
    most = []
    for whole, rest in wholes:
        if whole.value is None:
            continue
        left = whole.value - sum(one.value or 0.0 for one in rest)
        if all(one.value is not None for one in rest):
            return _exact(like, left, of_sum([whole.status, *(one.status for one in rest)]), parts)
        most.append(left)
    high = min(most, default=None)
    return Sum(replace(like, status=status, bound_low=low, bound_high=high), low, high, parts)


def _exact(like: Figure, value: float, status: Status, parts: tuple[Figure, ...]) -> Sum:
    return Sum(replace(like, value=value, numerator=value, status=status), value, value, parts)
