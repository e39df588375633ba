"""The declarations of what others publish: of regions `context` and `jongvolwassenen`, and of their gemeenten."""

from __future__ import annotations

from dataclasses import replace

from sdw.reference.datasets.declaration import Check, Column, Dataset, Measure
from sdw.reference.datasets.shared import DUPLICATE, REGION

_YEAR = Column("period", ("jaar", "periode", "year", "period"), "Het jaar: 2024.", allowed=("year",))
#: The finest part that a figure is of stands where others have a sector.
_MUNICIPALITY = Column(
    "sector", ("gemeente", "gemeentecode", "municipality"), "De gemeente: code (GM0153) of naam (Enschede)."
)
_BENEFITS = ("bijstand", "arbeidsongeschiktheid", "ww")

_OTHER_REGION = Check(
    "andere_regio",
    "error",
    "other_region",
    "Deze gemeente hoorde op 1 januari van dat jaar niet bij deze regio. Kijk of de gemeente, de regio en het jaar "
    "kloppen.",
)

CONTEXT = Dataset(
    id="context",
    label="Regiocijfers",
    columns=(
        REGION,
        _YEAR,
    ),
    measures=(
        Measure("inwoners", "Inwoners", "Het aantal inwoners.", maximum=25_000_000),
        Measure(
            "inwoners_15_64",
            "Inwoners van 15 tot en met 64 jaar",
            "Het aantal inwoners van 15 tot en met 64 jaar.",
            maximum=25_000_000,
        ),
        Measure("bijstand", "Bijstand", "Het aantal mensen met bijstand.", maximum=25_000_000),
        Measure(
            "arbeidsongeschiktheid",
            "Arbeidsongeschiktheid",
            "Het aantal mensen met een uitkering voor arbeidsongeschiktheid.",
            maximum=25_000_000,
        ),
        Measure("ww", "WW", "Het aantal mensen met een WW-uitkering.", maximum=25_000_000),
        Measure(
            "oppervlakte_land_ha",
            "Oppervlakte land",
            "De oppervlakte zonder water, in hectare.",
            "last",
            5_000_000,
        ),
        Measure("gemeenten", "Gemeenten", "Het aantal gemeenten in de regio.", "last", 1_000),
    ),
    checks=(DUPLICATE,),
    delivery_unit=("region", "period", "measure"),
    origin_of_delivery="openbaar",
    all_measures_required=False,
)


def _percentage(measure: str, label: str, description: str) -> tuple[Measure, Measure]:
    """A whole percentage of young adults, and which part of them lives in a gemeente with a figure."""
    return (
        Measure(measure, label, description, "last", 100),
        Measure(
            f"{measure}_dekking",
            f"{label}: dekking",
            "Welk deel van de jongvolwassenen woont in een gemeente met een cijfer. In hele procenten.",
            "last",
            100,
        ),
    )


JONGVOLWASSENEN = Dataset(
    id="jongvolwassenen",
    label="Jongvolwassenen",
    columns=(
        replace(
            REGION,
            description="De arbeidsmarktregio: code (AM05) of naam (Twente). NL is Nederland.",
            allowed=("NL",),
        ),
        _YEAR,
    ),
    measures=(
        *_percentage(
            "psychisch_beperkt",
            "Beperkt door psychische klachten",
            "Welk deel beperkt is door psychische klachten. In hele procenten.",
        ),
        *_percentage("sterk_eenzaam", "Sterk eenzaam", "Welk deel sterk eenzaam is. In hele procenten."),
    ),
    checks=(DUPLICATE,),
    delivery_unit=("region", "period"),
    origin_of_delivery="openbaar",
)

#: Of the gemeenten of a region, each year as a whole: where need lies within it.
OF_MUNICIPALITIES: tuple[Dataset, ...] = (
    Dataset(
        id="uitkeringen_gemeenten",
        label="Uitkeringen per gemeente",
        columns=(REGION, _YEAR, _MUNICIPALITY),
        measures=tuple(one for one in CONTEXT.measures if one.id in ("inwoners", "inwoners_15_64", *_BENEFITS)),
        checks=(DUPLICATE, _OTHER_REGION),
        delivery_unit=("region", "period"),
        origin_of_delivery="openbaar",
    ),
    Dataset(
        id="jongvolwassenen_gemeenten",
        label="Jongvolwassenen per gemeente",
        columns=(REGION, _YEAR, _MUNICIPALITY),
        measures=tuple(one for one in JONGVOLWASSENEN.measures if not one.id.endswith("_dekking")),
        checks=(DUPLICATE, _OTHER_REGION),
        delivery_unit=("region", "period"),
        origin_of_delivery="openbaar",
    ),
)
