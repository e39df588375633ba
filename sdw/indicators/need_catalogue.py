"""Who could be meant: people with a benefit, and young adults with mental complaints, per region."""

from __future__ import annotations

from sdw.indicators.model import Better, ContextCount, ContextPercentage, ContextPerThousand, Indicator, Unit

BENEFITS_SOURCES = ("uitkeringen-gemeenten", "regio-context")
YOUNG_SOURCES = ("jongvolwassenen",)

_ONE_EACH = "Wie twee soorten uitkeringen heeft, telt bij allebei mee. Tel de soorten dus niet bij elkaar op."
_ROUNDED = "Opgeteld uit gemeenten. Het CBS rondt elke gemeente af op tientallen."
_SHARE_OF_AGE = (
    "Het aantal inwoners van 15 tot en met 64 jaar is berekend uit hele procenten per gemeente. "
    "Het klopt tot op ongeveer 2% nauwkeurig."
)

#: Measure of the context → id, people, label, what it does not say.
_KINDS = {
    "arbeidsongeschiktheid": (
        "ao",
        "mensen met een uitkering voor arbeidsongeschiktheid (WIA, WAO, WAZ of Wajong)",
        "Mensen met een arbeidsongeschiktheidsuitkering",
        "arbeidsongeschiktheid",
        "Dit zijn mensen met alle soorten ziekten en beperkingen, niet alleen psychische.",
    ),
    "bijstand": (
        "bijstand",
        "mensen met bijstand",
        "Mensen met bijstand",
        "bijstand",
        "Dit zegt niet hoeveel van hen een psychische kwetsbaarheid hebben.",
    ),
    "ww": (
        "ww",
        "mensen met een WW-uitkering",
        "Mensen met een WW-uitkering",
        "WW",
        "Dit zegt niet hoeveel van hen een psychische kwetsbaarheid hebben.",
    ),
}


def _count(measure: str) -> Indicator:
    name, people, label, short, not_said = _KINDS[measure]
    return Indicator(
        id=f"mensen_{name}",
        label=label,
        short=f"mensen met {short}",
        definition=f"Het aantal {people} in het jaar. Iemand telt per soort uitkering één keer mee.",
        numerator=people,
        unit=Unit.PEOPLE,
        decimals=0,
        better=Better.NEITHER,
        formula=ContextCount(measure),
        sources=BENEFITS_SOURCES,
        caveats=(not_said, _ONE_EACH, _ROUNDED, "De aantallen van 2021 zijn minder precies dan die van 2024."),
    )


def _per_1000(measure: str) -> Indicator:
    name, people, label, short, not_said = _KINDS[measure]
    return Indicator(
        id=f"{name}_per_1000_15_64",
        label=f"{label} per 1.000 inwoners van 15 tot en met 64 jaar",
        short=f"{short} per 1.000 (15-64 jaar)",
        definition=f"Het aantal {people}, per 1.000 inwoners van 15 tot en met 64 jaar van hetzelfde jaar.",
        numerator=people,
        denominator="inwoners van 15 tot en met 64 jaar",
        unit=Unit.PER_1000,
        decimals=1,
        better=Better.NEITHER,
        formula=ContextPerThousand(measure, "inwoners_15_64"),
        sources=BENEFITS_SOURCES,
        caveats=(not_said, _SHARE_OF_AGE, _ONE_EACH, _ROUNDED),
    )


def _of_young_adults(indicator_id: str, measure: str, what: str, short: str, not_said: str) -> Indicator:
    return Indicator(
        id=indicator_id,
        label=f"Jongvolwassenen (16-25 jaar): {what} (geen steekproef)",
        short=f"{short}, 16-25 jaar (geen steekproef)",
        definition=(
            f"Welk deel van de jongvolwassenen van 16 tot en met 25 jaar die de vragenlijst invulden {what} is. "
            "Iedereen van die leeftijd kon online meedoen: het is geen steekproef."
        ),
        numerator=f"deelnemers van 16 tot en met 25 jaar: {what}",
        denominator="alle deelnemers van 16 tot en met 25 jaar",
        unit=Unit.PERCENT,
        decimals=0,
        better=Better.NEITHER,
        formula=ContextPercentage(measure, f"{measure}_dekking"),
        sources=YOUNG_SOURCES,
        caveats=(
            "Geen steekproef, dus ook geen marges. Kleine verschillen tussen regio's zeggen niets.",
            "Een regio is het gemiddelde van haar gemeenten, gewogen naar het aantal jongvolwassenen. Heeft minder "
            "dan 80% van hen een cijfer, dan staat er geen cijfer.",
            "Het landelijke cijfer is zoals gepubliceerd. Het is niet het gemiddelde van de regio's.",
            not_said,
        ),
    )


DISABILITY_BENEFIT, ASSISTANCE_BENEFIT, UNEMPLOYMENT = (
    _per_1000(measure) for measure in ("arbeidsongeschiktheid", "bijstand", "ww")
)
YOUNG_LIMITED = _of_young_adults(
    "jongeren_psychisch_beperkt",
    "psychisch_beperkt",
    "beperkt door psychische klachten",
    "beperkt door psychische klachten",
    "Het zijn klachten die mensen zelf noemen, geen diagnose. Het zegt niets over werk.",
)
YOUNG_LONELY = _of_young_adults(
    "jongeren_sterk_eenzaam",
    "sterk_eenzaam",
    "sterk eenzaam",
    "sterk eenzaam",
    "Eenzaamheid is geen ziekte. Het zegt niets over werk.",
)

#: What is published of each gemeente too. A count is the numerator of its rate.
OF_MUNICIPALITIES: tuple[Indicator, ...] = (
    DISABILITY_BENEFIT,
    ASSISTANCE_BENEFIT,
    UNEMPLOYMENT,
    YOUNG_LIMITED,
    YOUNG_LONELY,
)

NEED: tuple[Indicator, ...] = (
    DISABILITY_BENEFIT,
    ASSISTANCE_BENEFIT,
    UNEMPLOYMENT,
    *(_count(measure) for measure in _KINDS),
    YOUNG_LIMITED,
    YOUNG_LONELY,
)
