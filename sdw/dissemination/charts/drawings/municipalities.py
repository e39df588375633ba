"""The small maps of Regio: where need lies within a region. The newest year of the edition, whatever the period."""

from __future__ import annotations

from sdw.dissemination.charts.core.layout import Words
from sdw.dissemination.charts.core.scene import Scene
from sdw.dissemination.charts.drawings import maps
from sdw.dissemination.charts.map import classes, municipality_scene
from sdw.dissemination.figures.need import municipalities
from sdw.dissemination.figures.sentences import wording
from sdw.dissemination.figures.view import View
from sdw.edition import figures
from sdw.edition.figures import Figure
from sdw.indicators import need_catalogue
from sdw.indicators.model import Indicator
from sdw.reference.areas import municipal_shapes
from sdw.text.dutch import listing, say

#: What a region is split into has few classes: more would only tell gemeenten apart that are alike.
_CLASSES = 4


def disability(view: View, width: float = municipality_scene.WIDTH) -> Scene | None:
    """People with a disability benefit per 1,000 inhabitants."""
    return _scene(view, need_catalogue.DISABILITY_BENEFIT, width)


def assistance(view: View, width: float = municipality_scene.WIDTH) -> Scene | None:
    """People with bijstand per 1,000 inhabitants."""
    return _scene(view, need_catalogue.ASSISTANCE_BENEFIT, width)


def shown_disability(view: View) -> list[Figure]:
    """The figures of that drawing."""
    return _figures(view, need_catalogue.DISABILITY_BENEFIT)


def shown_assistance(view: View) -> list[Figure]:
    """The figures of that drawing."""
    return _figures(view, need_catalogue.ASSISTANCE_BENEFIT)


def _figures(view: View, indicator: Indicator) -> list[Figure]:
    return municipalities.of(municipalities.of_region(view.edition, view.region), indicator.id)


def _scene(view: View, indicator: Indicator, width: float) -> Scene | None:
    shown = _figures(view, indicator)
    if not shown:
        return None
    known = municipal_shapes.by_code()
    rows = [maps.row_of(one.region, one.called, one) for one in shown]
    shapes = [known[one.region] for one in shown if one.region in known]
    made = classes.quantile((one.value for one in shown if one.value is not None), _CLASSES, indicator.decimals)
    kind = say(f"gemeenten.kind_{indicator.id}")
    words = Words(
        say("gemeenten.map_title", kind=kind, region=figures.place_of(view.edition, view.region)),
        " ".join((_spread(shown, indicator), *_not_drawn(shown, known))),
        say("gemeenten.map_what", year=shown[0].period) + wording.notes(shown).rstrip(),
    )
    return municipality_scene.scene(rows, shapes, made, say("gemeenten.map_legend"), words, width)


def _spread(shown: list[Figure], indicator: Indicator) -> str:
    """From the lowest to the highest, by name."""
    valued = sorted((one.value, one.called) for one in shown if one.value is not None)
    if not valued:
        return say("gemeenten.map_nothing")
    (low, lowest), (high, highest) = valued[0], valued[-1]
    if len(valued) == 1:
        return say("gemeenten.map_one", name=lowest, value=wording.amount(low, indicator))
    return say(
        "gemeenten.map_spread",
        lowest=lowest,
        low=wording.amount(low, indicator),
        highest=highest,
        high=wording.amount(high, indicator),
    )


def _not_drawn(shown: list[Figure], known: dict[str, municipal_shapes.Shape]) -> list[str]:
    """The gemeenten of which there is no border here, by name: of a later year."""
    names = [one.called for one in shown if one.region not in known]
    return [say("gemeenten.map_without", names=listing(names))] if names else []
