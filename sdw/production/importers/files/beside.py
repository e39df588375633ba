"""What stands beside our table in a delivered file: looked at by the person guard, or the file is refused."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache

import numpy as np

from sdw.exchange.person_findings import Finding, Kind
from sdw.production.importers.files.packed import harvest
from sdw.production.importers.files.packed.package import Package
from sdw.production.importers.persons import persons, traces
from sdw.production.importers.persons.traces import Beside
from sdw.reference import dimensions
from sdw.reference.areas import regions
from sdw.reference.datasets import catalogue, explanation
from sdw.text.dutch import say
from sdw.text.errors import UserError

#: Parts that hold how things look, or what a program writes by itself; cells are looked at elsewhere.
_LAYOUT = (
    *("[content_types].xml", "xl/styles.xml", "xl/theme/", "xl/calcchain.xml", "xl/printersettings/"),
    *("xl/persons/", "xl/metadata.xml", "xl/sharedstrings.xml", "docprops/thumbnail", "thumbnails/", "mimetype"),
    *("settings.xml", "meta-inf/", "manifest.rdf", "configurations2/", "layout-cache"),
)
#: The part of the name of a part, and the text that says what it is.
_PLACES = (
    *(("comment", "remark"), ("docprops/", "properties"), ("meta.xml", "properties"), ("pivot", "pivot")),
    *(("drawing", "drawing"), ("chart", "drawing"), ("xl/workbook.xml", "names"), ("externallink", "links")),
)


def of_parts(parts: Package, sheets: Sequence[str | None]) -> list[Beside]:
    """The texts in every part but those of cells. UserError for a part that cannot be looked at (a picture)."""
    found: list[Beside] = []
    for name in parts.names:
        if name.endswith("/") or name.startswith(_LAYOUT):
            continue
        if not name.endswith((".xml", ".rels", ".vml")):
            raise UserError("import.unreadable_part")
        with parts.open(name) as stream:
            if name in sheets:
                where = say("person.in_rules", number=sheets.index(name) + 1)
                found += [Beside(where, text) for text in harvest.of_worksheet(stream)]
            elif name == "content.xml":
                found += [Beside(say("person.in_remark"), text) for text in harvest.of_tables(stream)]
            else:
                found += [Beside(_place(name), text) for text in harvest.of_part(stream)]
    return found


def left_over(parts: Package, seen: Collection[str]) -> list[Beside]:
    """Shared texts that no cell shows any more: programs keep what was wiped."""
    name = "xl/sharedstrings.xml"
    if name not in parts:
        return []
    with parts.open(name) as stream:
        shared = harvest.of_part(stream)
    return [Beside(say("person.in_left"), text) for text in shared if text not in seen]


def _place(name: str) -> str:
    return say(f"person.in_{next((where for word, where in _PLACES if word in name), 'hidden')}")


def column(where: str, header: str, texts: Sequence[str], counts: np.ndarray, rows: int) -> list[Finding]:
    """What looks like persons in a column that is not of our table: as a whole, and in each text by itself."""
    kept = [place for place, text in enumerate(texts) if text.strip() and not is_ours(text)]
    if not kept:
        return []
    own = [texts[place] for place in kept]
    seen = persons.Column("", header, "undeclared", own, counts[kept], max(rows, 1))
    kinds = [one.kind for one in persons.inspect([seen]) if one.kind != "free_text"]
    return _findings([(where, kind) for kind in kinds] or texts_beside(Beside(where, text) for text in own))


def texts_beside(found: Iterable[Beside]) -> list[tuple[str, Kind]]:
    """Which places hold a text that looks like persons."""
    return traces.inspect(one for one in found if not is_ours(one.text))


def inspect(found: Iterable[Beside]) -> list[Finding]:
    """The findings in texts that stand beside the table."""
    return _findings(texts_beside(found))


def _findings(found: Iterable[tuple[str, Kind]]) -> list[Finding]:
    return [Finding("", kind, where) for where, kind in found]


def is_ours(text: str) -> bool:
    """A text of the sheet that we gave out: an explanation, a name of a column, a code of a list."""
    return " ".join(text.split()).casefold() in _ours()


@cache
def _ours() -> frozenset[str]:
    words = [*dimensions.METHODS, *dimensions.CLIENT_GROUPS, *regions.CODES]
    for dataset in catalogue.DATASETS.values():
        words += [dataset.id, dataset.label, *dataset.ignored, say("template.subject", dataset=dataset.label)]
        words += [word for each in dataset.columns for word in (each.name, each.description)]
        words += [word for each in dataset.measures for word in (each.id, each.label, each.description)]
        words += [word for each in dataset.fields for word in (*each.names, each.description)]
        words += [
            word
            for each in dataset.fields
            for choice in each.choices
            for word in (choice.code, choice.label, choice.meaning)
        ]
        words += [word for title, lines in explanation.sections(dataset) for word in (title, *sum(lines, ()))]
        words.append(say("template.intro", sheet=dataset.label))
    return frozenset(" ".join(word.split()).casefold() for word in words)
