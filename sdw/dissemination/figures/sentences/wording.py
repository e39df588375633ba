"""Figures in words: the number with its status, its unit, its coverage and its bounds.

Pure and in one place, so that a tile, a table, a tooltip and a sentence never say different things.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.at_most import LEAST_REGIONS
from sdw.indicators.model import DELIVERED, Indicator, Unit
from sdw.reference.areas import regions
from sdw.reference.comparisons import LEAST_REGIONS as LEAST_COMPARED
from sdw.reference.periods import parse
from sdw.reference.status import Status
from sdw.text.dutch import listing, number, say

#: Behind a value that is still that of an older edition.
CARRIED_OVER = "†"
#: Behind a real number that stands inside a series of examples.
REAL = "‡"
_SINGULAR = {Unit.TRAJECTORIES: "traject", Unit.PEOPLE: "mens", Unit.INHABITANTS: "inwoner"}
_WORDS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")


def shown(figure: Figure) -> str:
    """The cell of a table: '97', '12,5%', '97*' when provisional, '97†' from an older edition, or the status."""
    if figure.value is None:
        return status(figure)
    return amount(figure.value, catalogue.by_id(figure.indicator)) + marks(figure)


def marks(figure: Figure) -> str:
    """What stands behind a value that is not final or not invented: '*', '†', '‡', more of them or nothing."""
    if figure.value is None:
        return ""
    star = "*" if figure.status is Status.PROVISIONAL else ""
    return star + (CARRIED_OVER if figure.is_carried_over else "") + (REAL if figure.real else "")


def notes(shown: Iterable[Figure], *, named: bool = True) -> str:
    """What the marks of these figures mean and that they are examples, as the end of a caption; '' for neither.

    `named`: false where the caption itself says which of its figures are examples.
    """
    figures = list(shown)
    found = set("".join(map(marks, figures)))
    told = say("page.provisional") if "*" in found else ""
    told += say("page.carried_over") if CARRIED_OVER in found else ""
    real = dict.fromkeys(one.real for one in figures if one.real is not None)
    if real:
        told += say("page.real", numbers=listing([f"{number(one.value)} {one.means}" for one in real]))
    return told + (say("page.invented") if named and any(one.is_invented for one in figures) else "")


def public(shown: Iterable[Figure]) -> str:
    """Who published these figures, as the end of a caption; '' for what regions deliver."""
    figures = list(shown)
    sources = list(dict.fromkeys(text for one in figures for text in one.cited.texts))
    is_public = bool(figures) and all(one.origin == "openbaar" for one in figures)
    return say("page.public", sources=listing(sources)) if is_public else ""


def example(shown: Iterable[Figure | None]) -> str:
    """' · voorbeeld' behind a title or label, where any of its figures is invented; '' where none is."""
    return say("chart.example") if any(one is not None and one.is_invented for one in shown) else ""


def real(shown: Iterable[Figure | None], edition: Edition) -> str:
    """' · echt cijfer' behind a title or label of published figures that stand among examples; '' elsewhere."""
    return say("chart.real") if edition.has_examples and not example(shown) else ""


def kind(shown: Sequence[Figure | None], edition: Edition) -> str:
    """' · voorbeeld' or ' · echt cijfer', where both are in the edition."""
    return example(shown) or real(shown, edition)


def aside(figure: Figure) -> str:
    """What stands in brackets behind a number in a sentence: 'voorbeeld; 31 van de 35 regio's'; may be ''."""
    parts = [say("map.example") if figure.is_invented else "", coverage(figure)]
    return "; ".join(part for part in parts if part)


def status(figure: Figure) -> str:
    """The status in words; a missing example says that it is an example."""
    word = say(f"status.{figure.status}")
    if figure.is_example and figure.status is Status.NOT_DELIVERED:
        return say("words.missing_example", status=word)
    return word


def amount(value: float, indicator: Indicator) -> str:
    """A value in the decimals of its indicator: '1.234', '12,5%'."""
    percent = "%" if indicator.unit is Unit.PERCENT else ""
    return number(value, indicator.decimals) + percent


def unit(value: float | None, indicator: Indicator) -> str:
    """The unit that goes with a value: 'traject' with 1, 'trajecten' otherwise, '' with a percentage."""
    if indicator.unit is Unit.PERCENT:
        return ""
    return _SINGULAR.get(indicator.unit, indicator.unit.value) if value == 1 else indicator.unit.value


def valued(figure: Figure) -> str:
    """The value with its unit: '97 trajecten', '12,5%', 'niet aangeleverd'."""
    indicator = catalogue.by_id(figure.indicator)
    return f"{shown(figure)} {unit(figure.value, indicator)}".strip() if figure.value is not None else shown(figure)


def spoken(figure: Figure) -> str:
    """The same as read aloud; an invented or a real value among examples says so: '97 trajecten (voorbeeld)'."""
    told = valued(figure)
    if figure.value is None:
        return told
    if figure.real is not None:
        return say("words.real", told=told, counted=figure.real.counted)
    return say("words.invented", told=told) if figure.is_invented else told


def coverage(figure: Figure) -> str:
    """How many regions are in a national figure: '31 van de 35 regio's'; '' where that does not apply."""
    if figure.delivered is None:
        return ""
    have, of = figure.delivered
    return say("words.coverage", have=have, of=of)


def is_few(figure: Figure | None) -> bool:
    """True for a national figure of what regions deliver, with some of them in it but too few for a nation."""
    if figure is None or figure.delivered is None:
        return False
    of_regions = set(catalogue.by_id(figure.indicator).sources) & set(DELIVERED)
    return bool(of_regions) and 0 < figure.delivered[0] < LEAST_COMPARED


def nation(shown: Iterable[Figure | None]) -> str:
    """The head of a column of national figures, with how many regions are in them: 'Nederland (31 van 35)'."""
    name = regions.NATION_NAME
    known = [one for one in shown if one is not None and one.value is not None and not is_few(one)]
    covered = sorted({one.delivered for one in known if one.delivered})
    if not covered or covered[0][0] == covered[0][1]:
        return name
    (least, of), (most, _) = covered[0], covered[-1]
    key = "words.nation_part" if least == most else "words.nation_range"
    return say(key, nation=name, least=least, most=most, of=of)


def bounds(figure: Figure) -> str:
    """What the missing regions could make of a national figure, and what is known of an `onbekend` sum of a region,
    in words; '' where nothing is missing or nothing is shown."""
    indicator = catalogue.by_id(figure.indicator)
    if figure.delivered is None:
        known = figure.status is Status.UNKNOWN and figure.bound_low is not None
        return say("words.at_least", low=amount(figure.bound_low or 0.0, indicator)) if known else ""
    have, of = figure.delivered
    if figure.value is None or have == of:
        return ""
    missing = say("words.missing_one" if of - have == 1 else "words.missing_more", missing=count(of - have))
    if figure.bound_low is None:
        return say("words.bounds_none", missing=missing)
    low = amount(figure.bound_low, indicator)
    if figure.bound_high is None:
        return say("words.bounds_open", missing=missing, low=low, least=number(LEAST_REGIONS))
    return say("words.bounds", missing=missing, low=low, high=amount(figure.bound_high, indicator))


def interval(figure: Figure) -> str:
    """The 95% interval: '10,2 – 14,9'; '' where there is none."""
    if figure.low is None or figure.high is None:
        return ""
    indicator = catalogue.by_id(figure.indicator)
    return f"{number(figure.low, indicator.decimals)} – {number(figure.high, indicator.decimals)}"


def beside_nation(figure: Figure, nation: Figure | None) -> str:
    """`same` where the 95% intervals of region and nation overlap, else `lower` or `higher`; '' without both."""
    if (
        is_few(nation)
        or nation is None
        or figure.low is None
        or figure.high is None
        or nation.low is None
        or nation.high is None
    ):
        return ""
    if figure.high < nation.low:
        return "lower"
    return "higher" if figure.low > nation.high else "same"


def count(value: int) -> str:
    """Small numbers as words in running text: 4 → 'vier', 11 → '11'."""
    return _WORDS[value] if 0 <= value < len(_WORDS) else number(value)


def place(code: str) -> str:
    """'AM05' → 'Twente', 'NL' → 'Nederland'."""
    return regions.name_of(code)


def period(code: str) -> str:
    """'2025-H1' → '1e halfjaar 2025'; '' stays ''."""
    return parse(code).label if code else ""
