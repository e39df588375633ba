"""Layer 1 of the IPS page: what was published, and nothing of ours among it."""

from __future__ import annotations

from dataclasses import replace

from sdw.dissemination.blocks.drawings import chart, dot_chart
from sdw.dissemination.blocks.model import (
    Beside,
    Block,
    Columns,
    Entries,
    Folded,
    Heading,
    Items,
    Note,
    Paragraph,
    Parts,
    Source,
)
from sdw.dissemination.charts.drawings import ips_research
from sdw.dissemination.figures import evidence, outcomes
from sdw.dissemination.figures.sentences import ips as sentences
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import show
from sdw.dissemination.ui.pages.ips import layers
from sdw.indicators.model import TOTAL
from sdw.reference.documents import studies
from sdw.reference.documents.studies import Study
from sdw.text.dutch import say


def draw(view: View) -> None:
    """The Dutch study, studies of other countries, then fidelity and benchmarks: the same in every month."""
    always = replace(view, region="", months=0)
    with layers.layer("research"), show.together():
        show.parts(study, always)
        show.parts(others, replace(always, client_group=TOTAL))


def study(view: View) -> Parts:
    """The head of the layer, and the Dutch study as a flat band, at the chosen work threshold."""
    lens = outcomes.lens_of(view)
    told = (sentences.often_heard(lens.measure), say("page.ips.band_point"))
    read = layers.read(say("page.ips.band_read"), say("page.ips.band_flat"), is_open=True)
    words: tuple[Block, ...] = (*(Paragraph(text) for text in told if text), read)
    return (
        (layers.head("research"),),
        layers.titled(sentences.band_title(lens.measure), sentences.band_subtitle(lens)),
        (Columns(chart("ips-band", view, level=0), words, (3, 2)),),
    )


def others(view: View) -> Parts:
    """The studies of other countries on three axes that never mix, then fidelity and benchmarks."""
    left: tuple[Block, ...] = (
        *dot_chart("ips-verschillen", view, ips_research.differences(view.indicator), level=4),
        layers.read(say("page.ips.studies_difference_read"), say("page.ips.studies_same")),
        *dot_chart("ips-verhoudingen", view, ips_research.ratios(), level=4),
        layers.read(say("page.ips.studies_ratio_read"), is_open=True),
    )
    right: tuple[Block, ...] = (
        *dot_chart("ips-percentages", view, ips_research.rates(), level=4),
        layers.read(say("page.ips.studies_rates_read")),
        Note(_pooling()),
        Folded(say("page.ips.sources_title"), (_sources(),)),
        practice(),
    )
    return ((Heading(say("page.ips.studies_title"), 3),), (Columns(left, right, (1, 1)),))


def _pooling() -> str:
    """Our own pooled value, or why there is none."""
    poolable = evidence.poolable()
    trials = {study.study: study.authors for study in studies.ALL if study.study in poolable}
    return sentences.own_pooling(evidence.own_pooling(), list(trials.values()))


def _sources() -> Entries:
    """One entry per study, with everything that it counted as work."""
    found: dict[str, list[Study]] = {}
    for study in studies.ALL:
        found.setdefault(study.study, []).append(study)
    return Entries(tuple(_source(*results) for results in found.values()))


def _source(study: Study, *others: Study) -> Source:
    terms = say(
        "page.ips.source_terms",
        country=study.country,
        design=study.design,
        comparator=study.comparator,
        outcome="; ".join(dict.fromkeys(one.outcome for one in (study, *others))),
    )
    title = say("page.ips.source_title", name=evidence.label(study), publication=study.publication)
    return Source(title, study.source_url, terms)


def practice() -> Beside:
    """Fidelity and benchmarks: another country, another definition, on a ground of its own."""
    told = (
        Heading(say("page.ips.practice_title"), 3),
        Paragraph(say("page.ips.practice_note"), quiet=True),
        Items(tuple(sentences.practice())),
        Paragraph(sentences.practice_sources(), quiet=True),
    )
    return Beside((told,), cards=True)
