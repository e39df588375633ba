"""Layer 1 of the IPS page: what was published, and nothing of ours among it."""

from __future__ import annotations

from dataclasses import replace

from sdw.dissemination.figures import evidence, outcomes
from sdw.dissemination.figures.outcomes import Lens
from sdw.dissemination.figures.sentences import ips as sentences
from sdw.dissemination.ui.elements import html, prose, show
from sdw.dissemination.ui.pages.ips import drawings, layers
from sdw.reference.documents import studies
from sdw.reference.documents.studies import Study
from sdw.text.dutch import say


def draw(lens: Lens) -> None:
    """The Dutch study, then the studies of other countries, then fidelity and benchmarks."""
    with layers.layer("research"), show.together():
        show.kept(_band, replace(lens, months=outcomes.DEFAULT_MONTHS, region=""))
        show.kept(_others, lens.measure)


def _band(lens: Lens) -> str:
    """The head of the layer, and the Dutch study as a flat band, at the chosen work threshold."""
    measure = lens.measure
    title = layers.titled(sentences.band_title(measure), sentences.band_subtitle(lens))
    told = (sentences.often_heard(measure), say("page.ips.band_point"))
    read = layers.read(say("page.ips.band_read"), say("page.ips.band_flat"), is_open=True)
    words = html.stack(["".join(html.paragraph(text) for text in told if text), read])
    return html.stack([layers.head("research"), title, html.sides(drawings.band(measure), words, (3, 2))])


def _others(measure: str) -> str:
    """The studies of other countries on three axes that never mix, then fidelity and benchmarks."""
    left = html.stack(
        [
            _forest("difference"),
            drawings.differences(measure),
            layers.read(say("page.ips.studies_difference_read"), say("page.ips.studies_same")),
            _forest("ratio"),
            drawings.ratios(),
            layers.read(say("page.ips.studies_ratio_read")),
        ]
    )
    right = html.stack([_forest("rates"), drawings.rates(), _pooling()])
    title = html.heading(say("page.ips.studies_title"), 3)
    return html.stack([title, html.sides(left, right, (1, 1)), practice()])


def _pooling() -> str:
    """How to read the percentages, our own pooled value or why there is none, and every study with its source."""
    poolable = evidence.poolable()
    trials = {study.study: study.authors for study in studies.ALL if study.study in poolable}
    return (
        layers.read(say("page.ips.studies_rates_read"))
        + html.note(sentences.own_pooling(evidence.own_pooling(), list(trials.values())))
        + layers.listed(say("page.ips.sources_title"), _sources())
    )


def _forest(name: str) -> str:
    return html.paragraph(say(f"page.ips.studies_{name}"), "sdw-chart-title") + html.paragraph(
        say(f"page.ips.studies_{name}_note"), "sdw-quiet"
    )


def _sources() -> list[str]:
    """One line per study, with everything that it counted as work."""
    found: dict[str, list[Study]] = {}
    for study in studies.ALL:
        found.setdefault(study.study, []).append(study)
    return [_source(*results) for results in found.values()]


def _source(study: Study, *others: Study) -> str:
    line = say(
        "page.ips.source_line",
        name=evidence.label(study),
        publication=study.publication,
        country=study.country,
        design=study.design,
        comparator=study.comparator,
        outcome="; ".join(dict.fromkeys(one.outcome for one in (study, *others))),
    )
    return prose.link(line, study.source_url)


def practice() -> str:
    """Fidelity and benchmarks: another country, another definition."""
    return (
        f'<section class="sdw-abroad">{html.heading(say("page.ips.practice_title"), 3)}'
        + html.paragraph(say("page.ips.practice_note"), "sdw-quiet")
        + html.items(sentences.practice())
        + html.paragraph(sentences.practice_sources(), "sdw-quiet")
        + "</section>"
    )
