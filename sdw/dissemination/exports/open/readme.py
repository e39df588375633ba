"""What somebody must know who opens a folder of open data, in Dutch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdw.dissemination.exports import explanation
from sdw.dissemination.exports.open import boundaries, csvw, figure_tables, licences
from sdw.dissemination.exports.open.table import Table
from sdw.edition import paths
from sdw.edition.editions import Edition
from sdw.reference.documents import sources
from sdw.text.dutch import day, say

NAME = "leesmij.txt"
#: All files of an edition in one, and the catalogue: what has an address of its own beside them.
ALL, CATALOGUE = "alles.zip", "catalogus.ttl"
_POINTS = ("cells", "status", "codes", "parquet", "carried", "names", "not_more")


def of(edition: Edition, tables: Sequence[Table]) -> bytes:
    """As plain text that every editor opens."""
    lines = [*_opening(edition), *_listed(edition, tables), *_how(), *_statuses()]
    return ("\r\n".join(lines) + "\r\n").encode()


def _opening(edition: Edition) -> Iterator[str]:
    yield from _headed(say("open_data.dataset.title", label=edition.label))
    yield csvw.told_of(edition)
    yield f"{say('export.about.published')}: {day(edition.published_at.date())}"
    shown = tuple(figure_tables.every(edition))
    if shown:
        yield f"{say('validity.code')}: {explanation.validity_of(edition, shown)}"
    if url := paths.url():
        whole = f"{url}/o/{edition.label}/{ALL}"
        yield say("open_data.readme.address", all=whole, catalogue=f"{url}/o/{CATALOGUE}")


def _listed(edition: Edition, tables: Sequence[Table]) -> Iterator[str]:
    for heading, are_lists in (("open_data.readme.tables", False), ("open_data.readme.lists", True)):
        yield from _headed(say(heading))
        for one in (each for each in tables if each.is_list is are_lists):
            licence = licences.of(edition, one)
            yield f"{one.name}.csv, {one.name}.parquet: {one.title}. {one.about} {licence.words}"
    yield from _headed(say("open_data.readme.others"))
    source = sources.by_id(boundaries.SOURCE)
    told = f"{source.note} {boundaries.told_of(edition)} {licences.of_sources((source.id,)).words}"
    yield f"{boundaries.NAME}: {say('open_data.boundaries.title')}. {told}"
    yield f"{csvw.NAME}: {say('open_data.file.description')}."


def _how() -> Iterator[str]:
    yield from _headed(say("open_data.readme.how"))
    for name in _POINTS:
        yield f"- {say(f'open_data.readme.{name}')}"


def _statuses() -> Iterator[str]:
    heading, *found = explanation.statuses()
    yield from _headed(heading.title)
    yield from (f"{one.title}: {one.text}" for one in found)


def _headed(title: str) -> tuple[str, ...]:
    return "", title, "-" * len(title)
