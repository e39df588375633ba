"""Every indicator, declared once. A new indicator is one declaration and no other change."""

from __future__ import annotations

from sdw.indicators import benefit_catalogue, pace_catalogue, pledge_catalogue
from sdw.indicators.model import (
    Better,
    ContextCount,
    ContextPerThousand,
    Count,
    Indicator,
    PerThousand,
    SameRegions,
    Series,
    Share,
    Unit,
)
from sdw.indicators.need_catalogue import NEED
from sdw.indicators.outcome_catalogue import OUTCOMES
from sdw.reference import comparisons, measures
from sdw.reference.series import declared
from sdw.text.errors import UserError

REGIONS = ("trajecten",)
CONTEXT = ("regio-context",)


def _unit(measure: str) -> Unit:
    """What a delivered measure is a number of, as it is declared."""
    return {"people": Unit.PEOPLE, "trajectories": Unit.TRAJECTORIES}[measures.declared(measure).counts]


STARTED = Indicator(
    id="gestart",
    label="Gestarte trajecten",
    short="gestart",
    definition="Trajecten naar werk die in de periode zijn begonnen. Eén mens kan meer dan één traject hebben.",
    numerator="trajecten met een startdatum in de periode",
    unit=_unit("gestart"),
    decimals=0,
    better=Better.HIGHER,
    formula=Count("trajecten", ("gestart",)),
    sources=REGIONS,
    target="gestart",
)
DURABLE = Indicator(
    id="duurzaam_geplaatst",
    label="Duurzaam aan het werk",
    short="duurzaam aan het werk",
    definition=(
        "Mensen die in de periode duurzaam werk kregen van ten minste 12 uur per week. "
        "Het traject kan in een eerdere periode zijn begonnen."
    ),
    numerator="mensen die in de periode duurzaam werk kregen",
    unit=_unit("duurzaam_geplaatst"),
    decimals=0,
    better=Better.HIGHER,
    formula=Count("trajecten", ("duurzaam_geplaatst",)),
    sources=REGIONS,
    target="duurzaam_geplaatst",
    caveats=(
        "Deel dit getal niet door het aantal gestarte trajecten van hetzelfde jaar: "
        "wie nu werk krijgt, begon vaak eerder.",
    ),
)


def _same_regions(counted: Indicator, one: comparisons.SameRegions) -> Indicator:
    """A count over equal regions: of a period, or of the year earlier that it is compared with."""
    when = "vorig jaar" if one.earlier else "dit jaar"
    of_when = "een jaar eerder" if one.earlier else "in de periode"
    return Indicator(
        id=one.id,
        label=f"{counted.label}, gelijke regio's, {when}",
        short=f"{counted.short}, gelijke regio's, {when}",
        definition=(
            f"{counted.label} {of_when}, alleen in de regio's met een cijfer in de periode én in dezelfde periode "
            "een jaar eerder. Zo is te vergelijken wat er veranderde, zonder dat regio's erbij komen of wegvallen. "
            "Staat er niets, dan is het landelijke cijfer al over deze regio's, of kan het niet worden getoond."
        ),
        numerator=(
            f"{counted.numerator.replace('in de periode', of_when)}, in de regio's met een cijfer in beide jaren"
        ),
        unit=counted.unit,
        decimals=0,
        better=counted.better,
        formula=SameRegions("trajecten", one.id),
        sources=REGIONS,
        on_map=False,
        caveats=(
            "Zet dit alleen naast het andere cijfer over gelijke regio's, of naast het landelijke cijfer dat "
            "dezelfde regio's telt.",
        ),
    )


SAME_REGIONS = tuple(
    _same_regions(counted, one) for counted in (STARTED, DURABLE) for one in comparisons.of(counted.id)
)
PACE = tuple(one for counted in (STARTED, DURABLE) for one in pace_catalogue.of(counted))
PLEDGES = tuple(pledge_catalogue.of(counted) for counted in (STARTED, DURABLE))
CARRIED_OUT = Indicator(
    id="uitgevoerd",
    label="Uitgevoerde trajecten",
    short="uitgevoerd",
    definition="Trajecten die aan het begin van de periode liepen, plus de trajecten die in de periode begonnen.",
    numerator="beginstand plus gestarte trajecten",
    unit=_unit("gestart"),
    decimals=0,
    better=Better.NEITHER,
    formula=Count("trajecten", ("beginstand", "gestart")),
    sources=REGIONS,
    caveats=("Dit is niet het aantal gestarte trajecten: trajecten van eerdere jaren tellen mee.",),
)
OPENING = Indicator(
    id="beginstand",
    label="Lopende trajecten aan het begin",
    short="beginstand",
    definition="Trajecten die op de eerste dag van de periode liepen.",
    numerator="trajecten die op de eerste dag liepen",
    unit=_unit("beginstand"),
    decimals=0,
    better=Better.NEITHER,
    formula=Count("trajecten", ("beginstand",)),
    sources=REGIONS,
)
ENDED = Indicator(
    id="beeindigd",
    label="Beëindigde trajecten",
    short="beëindigd",
    definition="Trajecten die in de periode zijn gestopt, om welke reden ook: met werk of zonder werk.",
    numerator="trajecten met een einddatum in de periode",
    unit=_unit("beeindigd"),
    decimals=0,
    better=Better.NEITHER,
    formula=Count("trajecten", ("beeindigd",)),
    sources=REGIONS,
)
CLOSING = Indicator(
    id="eindstand",
    label="Lopende trajecten aan het einde",
    short="eindstand",
    definition="Trajecten die op de laatste dag van de periode nog liepen.",
    numerator="trajecten die op de laatste dag liepen",
    unit=_unit("eindstand"),
    decimals=0,
    better=Better.NEITHER,
    formula=Count("trajecten", ("eindstand",)),
    sources=REGIONS,
)
SHARE_IPS = Indicator(
    id="aandeel_ips",
    label="Aandeel IPS",
    short="aandeel IPS",
    definition="Het deel van de gestarte trajecten dat IPS is (Individuele Plaatsing en Steun).",
    numerator="gestarte trajecten met IPS",
    denominator="alle gestarte trajecten",
    unit=Unit.PERCENT,
    decimals=1,
    better=Better.NEITHER,
    formula=Share("gestart", "method", "ips"),
    sources=REGIONS,
)
SHARE_MUNICIPAL = Indicator(
    id="aandeel_gemeente",
    label="Aandeel met een uitkering van de gemeente",
    short="aandeel gemeente",
    definition="Het deel van de gestarte trajecten voor mensen met een uitkering van de gemeente.",
    numerator="gestarte trajecten voor mensen met een uitkering van de gemeente",
    denominator="alle gestarte trajecten",
    unit=Unit.PERCENT,
    decimals=1,
    better=Better.NEITHER,
    formula=Share("gestart", "client_group", "gemeente"),
    sources=REGIONS,
)
PER_1000_BENEFITS = Indicator(
    id="per_1000_uitkeringen",
    label="Gestarte trajecten per 1.000 uitkeringen",
    short="per 1.000 uitkeringen",
    definition=(
        "Gestarte trajecten per 1.000 uitkeringen voor bijstand en arbeidsongeschiktheid samen. "
        "De uitkeringen zijn van hetzelfde jaar. Zijn die nog niet bekend, dan van het jaar dat er het dichtst bij "
        "ligt. Welk jaar dat is, staat bij de bron."
    ),
    numerator="gestarte trajecten in het jaar",
    denominator="uitkeringen voor bijstand en arbeidsongeschiktheid van het jaar dat bij de bron staat",
    unit=Unit.PER_1000,
    decimals=1,
    better=Better.HIGHER,
    formula=PerThousand("gestart", ("bijstand", "arbeidsongeschiktheid")),
    sources=REGIONS + CONTEXT,
    caveats=(
        "Lang niet alle mensen met zo'n uitkering zoeken een traject.",
        "Wie allebei de uitkeringen heeft, telt in de noemer twee keer.",
        "Vergelijk twee jaren alleen als de uitkeringen van hetzelfde jaar zijn.",
    ),
)
INHABITANTS = Indicator(
    id="inwoners",
    label="Inwoners",
    short="inwoners",
    definition="Het aantal mensen dat in de regio woont.",
    numerator="inwoners",
    unit=Unit.INHABITANTS,
    decimals=0,
    better=Better.NEITHER,
    formula=ContextCount("inwoners"),
    sources=CONTEXT,
)
ASSISTANCE = Indicator(
    id="bijstand_per_1000",
    label="Bijstandsuitkeringen per 1.000 inwoners",
    short="bijstand per 1.000",
    definition="Uitkeringen voor bijstand per 1.000 inwoners van hetzelfde jaar.",
    numerator="uitkeringen voor bijstand",
    denominator="inwoners van hetzelfde jaar",
    unit=Unit.PER_1000,
    decimals=1,
    better=Better.NEITHER,
    formula=ContextPerThousand("bijstand"),
    sources=CONTEXT,
    caveats=("Opgeteld uit gemeenten en afgerond op tientallen door CBS.",),
)
DISABILITY = Indicator(
    id="ao_per_1000",
    label="Arbeidsongeschiktheidsuitkeringen per 1.000 inwoners",
    short="arbeidsongeschiktheid per 1.000",
    definition="Uitkeringen voor arbeidsongeschiktheid per 1.000 inwoners van hetzelfde jaar.",
    numerator="uitkeringen voor arbeidsongeschiktheid",
    denominator="inwoners van hetzelfde jaar",
    unit=Unit.PER_1000,
    decimals=1,
    better=Better.NEITHER,
    formula=ContextPerThousand("arbeidsongeschiktheid"),
    sources=CONTEXT,
    caveats=("Opgeteld uit gemeenten en afgerond op tientallen door CBS.",),
)


def _published_series(series_id: str, short: str, source: str) -> Indicator:
    """An absence series of CBS, as declared where it is read: one declaration for its name and meaning."""
    series = declared.by_id(series_id)
    return Indicator(
        id=series.id,
        label=series.name,
        short=short,
        definition=series.definition,
        numerator=series.measure,
        unit=Unit(series.unit),
        decimals=1,
        better=Better.LOWER,
        formula=Series("verzuim", series.id),
        sources=(source,),
        on_map=False,
        caveats=(series.population + ".", *(each.text for each in series.breaks)),
    )


ABSENCE = _published_series("verzuim", "verzuim", "cbs-verzuim")
EXHAUSTION = _published_series("psychische_vermoeidheid", "burn-outklachten", "cbs-vermoeidheid")
ABSENCE_WITH = _published_series(
    "verzuim_met_vermoeidheid", "verzuim met burn-outklachten", "cbs-verzuim-vermoeidheid"
)
ABSENCE_WITHOUT = _published_series(
    "verzuim_zonder_vermoeidheid", "verzuim zonder burn-outklachten", "cbs-verzuim-vermoeidheid"
)

ALL: tuple[Indicator, ...] = (
    STARTED,
    DURABLE,
    CARRIED_OUT,
    OPENING,
    ENDED,
    CLOSING,
    SHARE_IPS,
    SHARE_MUNICIPAL,
    PER_1000_BENEFITS,
    INHABITANTS,
    ASSISTANCE,
    DISABILITY,
    *NEED,
    *benefit_catalogue.REGIONAL,
    *SAME_REGIONS,
    *PACE,
    *PLEDGES,
    *OUTCOMES,
    ABSENCE,
    EXHAUSTION,
    ABSENCE_WITH,
    ABSENCE_WITHOUT,
    *benefit_catalogue.NATIONAL,
)

_BY_ID = {indicator.id: indicator for indicator in ALL}

#: The ledger of a region: begin + started − ended = end.
LEDGER = tuple(_BY_ID[measure] for measure in measures.LEDGER)


def by_id(indicator_id: str) -> Indicator:
    """The indicator with this id; an unknown one is refused with the known ones named."""
    try:
        return _BY_ID[indicator_id]
    except KeyError:
        raise UserError("figures.unknown_indicator", indicator=indicator_id[:40], known=", ".join(_BY_ID)) from None


def expected(counted: Indicator) -> Indicator:
    """The expected total of a running year of a count that has a target."""
    return by_id(f"verwacht_{counted.id}")


def pledged(counted: Indicator) -> Indicator:
    """What regions pledged for a year of a count that has a target."""
    return by_id(f"toegezegd_{counted.id}")


def chance(counted: Indicator) -> Indicator:
    """The chance that a running year reaches the target of a count."""
    return by_id(f"kans_{counted.id}")
