"""What became of people after the start of their trajectory: two work thresholds, each declared once."""

from __future__ import annotations

from dataclasses import dataclass

from sdw.indicators.model import Better, Indicator, OutcomeDifference, OutcomeRate, Unit

_SOURCES = ("uitkomsten",)
_NOT_CAUSAL = (
    "Dit zegt niet wat een methode oplevert: wie IPS krijgt, is een andere groep dan wie een andere methode krijgt."
)


@dataclass(frozen=True, slots=True)
class Threshold:
    """When somebody counts as working: the measure, the words for it, and the short form in ids."""

    measure: str
    words: str
    short: str


TWELVE_HOURS = Threshold("werk_12u", "werk van ten minste 12 uur per week", "12u")
ONE_HOUR = Threshold("werk_1u", "werk van ten minste 1 uur per maand", "1u")
THRESHOLDS = (TWELVE_HOURS, ONE_HOUR)


def _rate(threshold: Threshold) -> Indicator:
    return Indicator(
        id=threshold.measure,
        label=threshold.words.capitalize(),
        short=f"werk ≥ {threshold.short[:-1]} uur",
        definition=(
            f"Van de mensen die begonnen en die na zo veel maanden nog gevolgd worden: het percentage met "
            f"{threshold.words}. De periode is het halfjaar waarin zij begonnen; zonder periode zijn het alle "
            "startgroepen die al zo ver zijn."
        ),
        numerator=f"mensen met {threshold.words}, zo veel maanden na hun start",
        denominator="mensen van dezelfde startgroep die dan nog gevolgd worden",
        unit=Unit.PERCENT,
        decimals=1,
        better=Better.HIGHER,
        formula=OutcomeRate(threshold.measure),
        sources=_SOURCES,
        on_map=False,
        caveats=(
            "Vergelijk alleen na evenveel maanden. Een startgroep die nog niet zo ver is, telt in geen totaal mee.",
            _NOT_CAUSAL,
        ),
    )


def _differences(threshold: Threshold) -> tuple[Indicator, ...]:
    def one(name: str, formula: OutcomeDifference, label: str, definition: str) -> Indicator:
        return Indicator(
            id=f"verschil_{threshold.short}{name}",
            label=f"{label}: {threshold.words}",
            short=label,
            definition=definition,
            numerator="percentage met werk bij IPS, min het percentage bij de andere methoden",
            unit=Unit.POINTS,
            decimals=1,
            better=Better.NEITHER,
            formula=formula,
            sources=_SOURCES,
            on_map=False,
            caveats=(_NOT_CAUSAL,),
        )

    measure = threshold.measure
    return (
        one(
            "",
            OutcomeDifference(measure, "crude"),
            "Verschil zonder correctie",
            "IPS min de andere methoden, over iedereen samen, in procentpunt. Interval van Newcombe.",
        ),
        one(
            "_gelijk",
            OutcomeDifference(measure, "adjusted"),
            "Verschil bij gelijke regio en doelgroep",
            "Het verschil binnen dezelfde regio en doelgroep, gewogen opgeteld volgens Mantel en Haenszel, in "
            "procentpunt. De teller is het percentage van de mensen dat meetelt: alleen groepen met beide.",
        ),
        one(
            "_regios",
            OutcomeDifference(measure, "regions"),
            "Gemiddeld verschil over regio's",
            "Het gemiddelde van de verschillen per regio, in procentpunt, over regio's met ten minste 20 mensen in "
            "beide groepen, zonder correctie voor doelgroep. De teller is het aantal regio's.",
        ),
        one(
            "_volgende_regio",
            OutcomeDifference(measure, "next_region"),
            "Verschil in een volgende regio",
            "Waar het werkelijke verschil in een volgende regio naar verwachting ligt, in procentpunt, zonder "
            "correctie voor doelgroep: het interval is het voorspellingsinterval. Wat die regio meet, wijkt daar "
            "door toeval van af. De teller is het aantal regio's.",
        ),
        one(
            "_volgende_regio_gemeten",
            OutcomeDifference(measure, "next_measured"),
            "Gemeten verschil in een volgende regio",
            "Wat een volgende regio van doorsnee omvang naar verwachting meet, in procentpunt, zonder correctie "
            "voor doelgroep: het werkelijke verschil, met daarbij het toeval van haar eigen aantallen. De teller "
            "is hoeveel mensen met IPS zo'n regio heeft, de noemer hoeveel met een andere methode, in tientallen.",
        ),
    )


RATES: tuple[Indicator, ...] = tuple(_rate(threshold) for threshold in THRESHOLDS)
OUTCOMES: tuple[Indicator, ...] = (
    *RATES,
    *(indicator for threshold in THRESHOLDS for indicator in _differences(threshold)),
)


def difference(measure: str, kind: str) -> Indicator:
    """The difference of this kind for this measure. An unknown one is our bug: KeyError."""
    for indicator in OUTCOMES:
        formula = indicator.formula
        if isinstance(formula, OutcomeDifference) and (formula.measure, formula.kind) == (measure, kind):
            return indicator
    raise KeyError((measure, kind))
