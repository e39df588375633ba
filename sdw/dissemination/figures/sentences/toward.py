"""How far the nation is on the way to a target: coverage, count, bounds and what is left in one sentence."""

from __future__ import annotations

import math

from sdw.dissemination.figures.claims.stated import Says, Stated, of_target
from sdw.dissemination.figures.sentences import wording
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.reference.documents import targets
from sdw.reference.documents.targets import Target
from sdw.text.dutch import number, say


def sentence(figure: Figure) -> str:
    """'… in 2025, 34 van de 35 regio's: ten minste 1.408 mensen. Dat is ten minste 40% van het doel; …'

    With regions missing everything is a bound: at least so many, at most so many left. '' without a value.
    """
    aim = targets.of_indicator(figure.indicator)
    if figure.value is None or aim is None:
        return ""
    counted = catalogue.by_id(figure.indicator)
    least, left = _least(figure), _left(figure, aim)
    facts = {
        "label": _label(figure) + say("words.invented", told="") * figure.is_invented,
        "coverage": wording.coverage(figure),
        "count": _bounded("least", number(least) + wording.marks(figure), figure) + _at_most(figure),
        "percent": _bounded("least", f"{math.floor(100 * least / aim.national)}%", figure),
        "name": say(f"toward.name_{figure.indicator}"),
        "left": _bounded("most", number(left), figure),
        "unit": wording.unit(figure.bound_high if _at_most(figure) else least, counted),
        "unit_left": wording.unit(left, counted),
    }
    return say("toward.left" if left else "toward.done", **facts)


def told(figure: Figure) -> str:
    """The same; 'Duurzaam aan het werk in 2025: onbekend.' without a value."""
    return sentence(figure) or say("toward.without", label=_label(figure), status=wording.status(figure))


def stated(figure: Figure) -> tuple[Stated, ...]:
    """What that sentence says of the target; nothing where there is none."""
    aim = targets.of_indicator(figure.indicator)
    if figure.value is None or aim is None:
        return ()
    return (of_target(figure, Says.LESS if _left(figure, aim) else Says.MORE),)


def _label(figure: Figure) -> str:
    indicator = catalogue.by_id(figure.indicator)
    return say("toward.label", label=indicator.label, period=wording.period(figure.period))


def _left(figure: Figure, aim: Target) -> float:
    return max(aim.national - _least(figure), 0)


def _least(figure: Figure) -> float:
    value = figure.value or 0.0
    return value if figure.bound_low is None else max(value, figure.bound_low)


def _bounded(which: str, told: str, figure: Figure) -> str:
    """'ten minste 1.408' or 'hoogstens 2.092' where regions are missing; the number alone where all are there."""
    return say(f"toward.{which}", told=told) if _is_partial(figure) else told


def _at_most(figure: Figure) -> str:
    """' en hoogstens 1.549'; '' where that is not known."""
    if not _is_partial(figure) or figure.bound_high is None:
        return ""
    return say("toward.and_most", told=number(figure.bound_high))


def _is_partial(figure: Figure) -> bool:
    return figure.delivered is not None and figure.delivered[0] < figure.delivered[1]
