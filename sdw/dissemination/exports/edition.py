"""A whole edition as files: every published indicator in every form, every list of states, an explanation."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import lru_cache, partial
from pathlib import Path

from sdw.dissemination.exports import explanation, names
from sdw.dissemination.exports.forms import FORMS
from sdw.dissemination.exports.standing import files as standing
from sdw.dissemination.figures.standing import published
from sdw.edition import figures
from sdw.edition import files as writing
from sdw.edition.approval import concept
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.reference.datasets import states
from sdw.text.dutch import say

#: Zip files keep no time before 1980; a fixed one keeps the bytes the same.
_EPOCH = (1980, 1, 1, 0, 0, 0)


def files(edition: Edition, mark: str = "") -> Iterator[tuple[str, bytes]]:
    """(file name, content) of every file: indicators in the order of the catalogue, states, explanation last.

    mark: what every file of a concept says.
    """
    name_of = partial(names.file_name, edition.label, is_concept=edition.is_concept)
    there = set(figures.published(edition))
    everything: list[Figure] = []
    for indicator in catalogue.ALL:
        if indicator.id not in there:
            continue
        table = figures.select(edition, indicator.id)
        everything.extend(table)
        for form in FORMS:
            yield name_of(indicator.id, table, form.ending), form.make(edition, table, mark)
    yield from _states(edition, mark)
    yield name_of(say("export.explanation_file"), everything, ".txt"), _as_text(edition, everything, mark)


def _states(edition: Edition, mark: str) -> Iterator[tuple[str, bytes]]:
    """Every dataset of states that the edition holds, states of older days too."""
    for dataset in states.ALL:
        if found := published.of(edition, dataset.id):
            for make, ending in ((standing.csv_of, ".csv"), (standing.workbook_of, ".xlsx")):
                yield standing.file_name(edition, dataset.id, found, ending), make(edition, found, mark)


def write(edition: Edition, folder: Path) -> list[Path]:
    """Write every file into `folder` (made when it is not there), all or none; same names are replaced."""
    return writing.write_all(folder, files(edition, concept.mark(edition)))


def zip_name(edition: Edition) -> str:
    """'sdw-2026-najaar-alles-voorbeeld.zip': marked as the edition itself is."""
    return names.of_everything(
        edition.label, ".zip", is_concept=edition.is_concept, has_examples=edition.has_examples
    )


@lru_cache(maxsize=2)
def zipped(edition: Edition, mark: str = "") -> bytes:
    """All files in one zip; the same edition gives the same bytes, so they are made once."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files(edition, mark):
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _as_text(edition: Edition, everything: list[Figure], mark: str) -> bytes:
    lines = (
        f"{line.title}: {line.text}" if line.text else f"\n{line.title}\n{'-' * len(line.title)}"
        for line in explanation.of(edition, everything, mark)
    )
    return ("\ufeff" + "\r\n".join(lines).strip() + "\r\n").encode()
