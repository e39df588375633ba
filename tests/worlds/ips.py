"""A small world for the IPS charts: published figures, and invented outcomes of three cohorts."""

from __future__ import annotations

import random

from sdw.dissemination.charts.ips.band_scene import Band
from sdw.dissemination.charts.ips.forest import Rates, Row
from sdw.dissemination.charts.ips.funnel_scene import Place
from sdw.dissemination.charts.ips.outcomes_scene import Point, Series
from sdw.reference.status import Status
from sdw.statistics.estimate import Estimate, Interval, Unit
from sdw.statistics.proportions import wilson
from sdw.statistics.scenario import Inputs
from sdw.statistics.variation import funnel as funnels
from sdw.statistics.variation import shrinkage
from tests.worlds.statistics import points

TWELVE_HOURS = Band(points(3.7, 0.8, 6.7), points(7.5, 3.8, 11.3))
ONE_HOUR = Band(points(4.7, 1.6, 7.7), points(8.9, 5.2, 12.6))

DIFFERENCES = [
    Row("EQOLISE, zes landen (2007)", "trial", points(26.9, 16.4, 37.4)),
    Row("Bejerholm, Zweden (2015)", "trial", points(36, 18, 54)),
    Row("Vukadin, Nederland (2024), hoogste", "observational", points(7.5, 3.8, 11.3)),
]


def ratio(value: float, low: float, high: float) -> Estimate:
    """A published risk ratio."""
    return Estimate(value, Interval(low, high, Unit.RATIO))


RATIOS = [
    Row("Modini (2016), 17 trials", "meta_analysis", ratio(2.40, 1.99, 2.90)),
    Row("Brinchmann (2020), 27 trials", "meta_analysis", ratio(2.07, 1.82, 2.35)),
    Row("Frederick & VanderWeele (2019)", "meta_analysis", ratio(1.63, 1.46, 1.82)),
    Row("Bewijs op BCG-cijfers", "own", ratio(2.04, 1.44, 2.91), Interval(0.65, 6.46, Unit.RATIO)),
]

RATES = [
    Rates("Drake, Washington DC (1999)", 60.8, 9.2),
    Rates("Reme, Noorwegen (2019), 18 maanden", 37.4, 27.1),
    Rates("SCION, Nederland", 44, 25),
]


def cohort(label: str, rates: list[tuple[int, int] | Status], **more: bool) -> Series:
    """A series from (events, followed) per half year, or the status of a missing point."""
    return Series(
        label,
        tuple(
            Point(months, None, each) if isinstance(each, Status) else Point(months, wilson(*each), Status.VALUE)
            for months, each in zip(range(6, 37, 6), rates, strict=True)
        ),
        **more,
    )


NOT_YET = Status.NOT_APPLICABLE
COHORTS = [
    cohort("2022-H1", [(20, 120), (34, 118), (40, 115), (44, 112), (45, 110), (44, 108)], emphasised=True),
    cohort("2023-H1", [(14, 100), Status.SUPPRESSED, (27, 95), (30, 92), Status.NOT_DELIVERED, NOT_YET]),
    cohort("2025-H1", [(30, 90), (36, 84), NOT_YET, NOT_YET, NOT_YET, NOT_YET], young=True),
]

SCENARIO = Inputs(1000, 20.0, TWELVE_HOURS.lowest, TWELVE_HOURS.highest)


def regions(seed: int = 4) -> tuple[funnels.Funnel, list[Place]]:
    """Thirty regions around 35%, two of them really different; raw and partially pooled."""
    chance = random.Random(seed)
    totals = {f"AM{number:02d}": chance.choice([25, 40, 60, 90, 140, 220]) for number in range(1, 31)}
    true = dict.fromkeys(totals, 0.35) | {"AM05": 0.62, "AM09": 0.12}
    world = {key: (sum(chance.random() < true[key] for _ in range(total)), total) for key, total in totals.items()}
    world |= {"AM05": (124, 200), "AM09": (21, 180)}
    funnel = funnels.funnel(world, minimum=20)
    pooled = shrinkage.pooling(*zip(*world.values(), strict=True))
    return funnel, [
        Place(key, f"Regio {key}", n, 100 * e / n, funnel.verdicts[key], pooled.rate(e, n).value)
        for key, (e, n) in world.items()
    ]
