"""Every claim that can be chosen of an edition: each form, measure, region and year."""

from __future__ import annotations

from collections.abc import Iterator

from sdw.dissemination.figures.claims import compare
from sdw.dissemination.figures.claims.model import Claim, Form
from sdw.indicators.model import NATION
from sdw.reference.areas.regions import CODES
from sdw.reference.measures import TARGETS

YEARS = ("", "2024", "2026")


def every(places: tuple[str, ...] = CODES) -> Iterator[Claim]:
    """All of them, for these regions and the nation."""
    for region in (*places, NATION):
        for measure in TARGETS:
            yield Claim(Form.GROWS, measure, region)
            form = Form.NATION_REACHES if region == NATION else Form.REACHES
            yield from (Claim(form, measure, region, period=year) for year in YEARS)
        yield from (Claim(Form.IPS_BETTER, measure, region) for measure in compare.OUTCOMES)
        for other in (NATION, places[0]):
            yield from (Claim(Form.ABOVE, measure, region, other) for measure in compare.MEASURES)
    yield Claim(Form.ABSENCE_RISES)
    yield Claim(Form.ABSENCE_RISES, sector="422400")
