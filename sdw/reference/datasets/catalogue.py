"""The declarations of what regions count, `trajecten` and `uitkomsten`, and the list of all datasets."""

from __future__ import annotations

from sdw.reference.datasets import states
from sdw.reference.datasets.declaration import Check, Column, Dataset, Made, Measure
from sdw.reference.datasets.pledges import TOEZEGGINGEN
from sdw.reference.datasets.shared import DUPLICATE, IMPLAUSIBLE, IMPOSSIBLE, NOTHING_FILLED_IN, REGION
from sdw.reference.datasets.statistics import CONTEXT, JONGVOLWASSENEN, OF_MUNICIPALITIES

_METHOD = Column(
    "method",
    ("methode", "werkwijze", "method"),
    "De aanpak: ips, jobcoaching, werk_als_beste_zorg of overig. Of totaal, als u niet kunt uitsplitsen.",
)
_CLIENT_GROUP = Column(
    "client_group",
    ("doelgroep", "klantgroep", "client_group"),
    "Wie de uitkering betaalt: uwv, gemeente of overig. Of totaal, als u niet kunt uitsplitsen.",
)

_TOTALS = Check(
    "totaal",
    "error",
    "totals",
    "Het totaal is {total}, maar de delen tellen op tot {parts}. Verbeter het totaal of de delen.",
    scope="file",
    only_if="total_line",
)
_FUTURE = Check(
    "toekomst",
    "warning",
    "future",
    "De periode {label} is nog niet begonnen. Kijk of het jaar klopt.",
    must_accept=True,
)
_REPLACES = Check(
    "vervangt",
    "warning",
    "replaced_rows",
    "Dit bestand vervangt alles wat {region} eerder over {label} leverde. Van die levering staan {gone} rijen niet "
    "in dit bestand: die gelden dan niet meer. Hoort deze regio in dit bestand? Lever dan alle rijen.",
    scope="file",
    only_if="replaced",
    must_accept=True,
)

TRAJECTEN = Dataset(
    id="trajecten",
    label="Trajecten",
    columns=(
        REGION,
        Column(
            "period",
            ("periode", "tijdvak", "period"),
            "Het kwartaal, halfjaar of jaar: 2026-Q3, 2026-H2 of 2026.",
        ),
        _METHOD,
        _CLIENT_GROUP,
    ),
    measures=(
        Measure(
            "beginstand",
            "Beginstand",
            "Het aantal mensen dat op de eerste dag van de periode een traject had.",
            over_time="first",
            ledger=1,
            counts="trajectories",
        ),
        Measure(
            "gestart",
            "Gestart",
            "Het aantal mensen dat in de periode met een traject begon.",
            ledger=1,
            counts="trajectories",
            target=True,
        ),
        Measure(
            "beeindigd",
            "Beëindigd",
            "Het aantal mensen van wie het traject in de periode stopte.",
            ledger=-1,
            counts="trajectories",
        ),
        Measure(
            "eindstand",
            "Eindstand",
            "Het aantal mensen dat op de laatste dag van de periode een traject had.",
            over_time="last",
            ledger=-1,
            counts="trajectories",
        ),
        Measure(
            "duurzaam_geplaatst",
            "Duurzaam geplaatst",
            "Het aantal mensen dat in de periode duurzaam werk kreeg: 12 uur per week of meer.",
            part_of=("beginstand", "gestart"),
            target=True,
        ),
    ),
    made=(Made("uitgevoerd", ("beginstand", "gestart")),),
    checks=(
        IMPOSSIBLE,
        IMPLAUSIBLE,
        Check(
            "tienvoud",
            "warning",
            "leap",
            "Dit aantal is meer dan tien keer zo groot als in {earlier_period}. Kijk of dit een aantal is, en geen "
            "nummer van een persoon of dossier.",
            scope="file",
            must_accept=True,
            doubts=True,
        ),
        _FUTURE,
        _REPLACES,
        DUPLICATE,
        NOTHING_FILLED_IN,
        Check(
            "optelling",
            "warning",
            "ledger",
            "Beginstand + gestart − beëindigd is {expected}, maar de eindstand is {found}. "
            "Kijk of er een getal mist of dubbel telt.",
        ),
        Check(
            "duurzaam",
            "error",
            "part",
            "{part} ({found}) is meer dan {whole} ({of_whole}). Dat kan niet. Verbeter een van deze getallen.",
        ),
        _TOTALS,
        Check(
            "overlap_onvolledig",
            "error",
            "overlap_incomplete",
            "{coarse} overlapt met {finer}, en die delen zijn niet compleet. Lever het geheel, of alle delen.",
            scope="file",
            only_if="overlap",
        ),
        Check(
            "overlap_anders",
            "error",
            "overlap_differs",
            "{coarse} is {total}, maar de losse periodes ({finer}) geven samen {parts}. "
            "Verbeter het geheel of de delen.",
            scope="file",
            only_if="overlap",
        ),
        Check(
            "aansluiting",
            "warning",
            "carry_over",
            "De beginstand is {found}, maar de eindstand van {earlier_period} was {expected}. "
            "Kijk welk getal klopt.",
            scope="file",
        ),
        Check(
            "sprong",
            "warning",
            "jump",
            "Dit getal is {found}. In {earlier_period} was het {before}: meer dan drie keer zo veel of zo "
            "weinig. Kijk of dit klopt.",
            scope="file",
        ),
    ),
    delivery_unit=("region", "period"),
    origin_of_delivery="aangeleverd",
    ignored=("controle",),
)

UITKOMSTEN = Dataset(
    id="uitkomsten",
    label="Uitkomsten",
    columns=(
        REGION,
        Column(
            "period",
            ("startperiode", "starthalfjaar", "periode", "period"),
            "Het halfjaar waarin deze mensen met hun traject begonnen: 2024-H1.",
            allowed=("half",),
        ),
        _METHOD,
        _CLIENT_GROUP,
        Column(
            "months",
            ("maanden", "maanden_na_start", "months"),
            "Hoeveel maanden na de start u keek: 6, 12, 18, 24, 30 of 36.",
            allowed=("6", "12", "18", "24", "30", "36"),
        ),
    ),
    measures=(
        Measure("cohort", "Cohort", "Het aantal mensen dat in dit halfjaar begon."),
        Measure("gevolgd", "Gevolgd", "Van hoeveel van deze mensen u weet hoe het ging."),
        Measure("werk_1u", "Werk van 1 uur", "Hoeveel van hen 1 uur of meer per maand werken."),
        Measure("werk_12u", "Werk van 12 uur", "Hoeveel van hen 12 uur of meer per week werken."),
    ),
    checks=(
        IMPOSSIBLE,
        IMPLAUSIBLE,
        _FUTURE,
        _REPLACES,
        DUPLICATE,
        NOTHING_FILLED_IN,
        Check(
            "volgorde",
            "error",
            "outcome_order",
            "{smaller} ({found}) is meer dan {larger} ({limit}). Dat kan niet. Verbeter een van beide.",
        ),
        Check(
            "cohort",
            "error",
            "cohort_constant",
            "Het cohort is {found}, maar {other_months} maanden na de start is het {other}. "
            "Een cohort blijft even groot.",
            scope="file",
        ),
        _TOTALS,
    ),
    delivery_unit=("region", "period"),
    origin_of_delivery="aangeleverd",
    ignored=("controle",),
)

#: Every dataset that can be delivered, by id.
DATASETS: dict[str, Dataset] = {
    dataset.id: dataset
    for dataset in (TRAJECTEN, UITKOMSTEN, CONTEXT, JONGVOLWASSENEN, TOEZEGGINGEN, *OF_MUNICIPALITIES, *states.ALL)
}

#: What a dataset is called, those that are no delivery of a region included.
LABELS: dict[str, str] = {dataset.id: dataset.label for dataset in DATASETS.values()} | {
    "verzuim": "Ziekteverzuim (CBS)",
    "uitkeringen": "Uitkeringen (CBS)",
    "regionale_feiten": "Openbaar bekende feiten",
}
