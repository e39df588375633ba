"""The drawings of published research on IPS."""

from __future__ import annotations

from collections.abc import Sequence

from sdw.dissemination.charts.core import dots, dots_scene
from sdw.dissemination.charts.core.layout import Words
from sdw.dissemination.charts.core.scene import Scene
from sdw.dissemination.charts.ips import band_scene, forest, frame
from sdw.dissemination.charts.ips.band_scene import Band
from sdw.dissemination.figures import evidence
from sdw.dissemination.figures.outcomes import Lens
from sdw.dissemination.figures.sentences import ips as sentences
from sdw.reference.documents.studies import Study
from sdw.text.dutch import number, say

_KINDS: dict[str, forest.Kind] = {
    "trial": "trial",
    "observational": "observational",
    "meta_analysis": "meta_analysis",
}


def band(measure: str) -> Band:
    """The lowest and the highest estimate of the Dutch study."""
    study = evidence.dutch(measure)
    return Band(study.lowest, study.highest)


def band_of(lens: Lens, width: float = 640, height: float = band_scene.HEIGHT) -> Scene:
    """The Dutch study as a flat band."""
    shown = band(lens.measure)
    words = Words(
        sentences.band_title(lens.measure),
        say(
            "scene.band",
            highest=say("ips.chart.highest", figure=frame.with_interval(shown.highest)),
            lowest=say("ips.chart.lowest", figure=frame.with_interval(shown.lowest)),
            finding=sentences.message(lens),
        ),
        sentences.band_subtitle(lens),
    )
    return band_scene.scene(shown, words, width, height)


def _difference_rows(measure: str) -> list[forest.Row]:
    rows = [forest.Row(_label(study), _KINDS[study.kind], one) for study, one in evidence.differences(measure)]
    pooled = evidence.own_pooling()
    if pooled is not None:
        rows.append(forest.Row(say("page.ips.own"), "own", pooled.mean, pooled.prediction))
    return rows


def differences(measure: str) -> dots.Drawing:
    """Published differences in percentage points, and our own pooled one where there is one."""
    return forest.forest(_difference_rows(measure))


def differences_of(lens: Lens) -> Scene:
    """The same as a scene."""
    rows = _difference_rows(lens.measure)
    return dots_scene.scene(forest.forest(rows), _words("difference", _from_to(rows, 1)))


def _ratio_rows() -> list[forest.Row]:
    return [forest.Row(_label(study), _KINDS[study.kind], one) for study, one in evidence.ratios()]


def ratios() -> dots.Drawing:
    """Published meta-analyses as risk ratios."""
    return forest.forest(_ratio_rows())


def ratios_of() -> Scene:
    """The same as a scene."""
    rows = _ratio_rows()
    return dots_scene.scene(forest.forest(rows), _words("ratio", _from_to(rows, 2)))


def _rate_rows() -> list[forest.Rates]:
    return [
        forest.Rates(_with_months(study), study.ips.rate, study.control.rate)
        for study in evidence.rates_only()
        if study.ips.rate is not None and study.control.rate is not None
    ]


def rates() -> dots.Drawing:
    """Trials with two percentages and no interval."""
    return forest.rates(_rate_rows())


def rates_of() -> Scene:
    """The same as a scene."""
    rows = _rate_rows()
    more = sum(row.ips > row.comparison for row in rows)
    return dots_scene.scene(rates(), _words("rates", say("scene.rates", more=more, studies=len(rows))))


def _words(name: str, finding: str) -> Words:
    return Words(say(f"page.ips.studies_{name}"), finding, say(f"page.ips.studies_{name}_note"))


def _from_to(rows: Sequence[forest.Row], decimals: int) -> str:
    """The lowest and the highest effect, by name."""
    low, high = (pick(rows, key=lambda row: row.effect.value) for pick in (min, max))
    return say(
        "scene.forest",
        low=low.label,
        least=number(low.effect.value, decimals),
        high=high.label,
        most=number(high.effect.value, decimals),
    )


def _label(study: Study) -> str:
    if study.estimate:
        key = {"laagste": "page.ips.lowest", "hoogste": "page.ips.highest"}[study.estimate]
        return say(key, name=evidence.label(study))
    return evidence.label(study)


def _with_months(study: Study) -> str:
    if study.months_to is None:
        return evidence.label(study)
    return say("page.ips.after_months", name=evidence.label(study), months=study.months_to)


def band_studies(lens: Lens) -> list[Study]:
    """The Dutch study at this threshold, which the scenario counts with too."""
    return evidence.dutch_results(lens.measure)


def difference_studies(lens: Lens) -> list[Study]:
    """The studies behind the differences."""
    return [study for study, _ in evidence.differences(lens.measure)]


def ratio_studies(_: Lens) -> list[Study]:
    """The studies behind the ratios."""
    return [study for study, _ in evidence.ratios()]


def rate_studies(_: Lens) -> list[Study]:
    """The studies behind the two percentages."""
    return list(evidence.rates_only())
