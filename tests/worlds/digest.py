"""Everything that the example edition says, as digests: what each page shows and what each file holds.

A move in the house changes nothing of it. For a change that is meant, `python -m tests.worlds.digest`
writes `tests/golden/digest.csv` anew.
"""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import importlib
import inspect
import io
import json
import pkgutil
import re
import sys
import tempfile
import types
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from google.protobuf.json_format import MessageToDict
from streamlit.testing.v1 import AppTest

from sdw import dissemination
from sdw.dissemination.exports import edition as whole
from sdw.edition import editions, figures
from sdw.edition.figure_row import Contents, Row
from sdw.edition.formats import one
from sdw.production.steward import start
from sdw.reference.status import Status
from tests.worlds.edition import store_at
from tests.worlds.pages import opened

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "golden" / "digest.csv"
NOW = dt.datetime(2026, 11, 26, 12, 0, tzinfo=dt.UTC)

#: Page and view: each page as it opens, and the choices that show what else it can say.
VIEWS: tuple[tuple[str, dict[str, str]], ...] = (
    ("overzicht", {}),
    ("overzicht", {"periode": "2024-H1", "regio": "AM05"}),
    ("regiokaart", {}),
    ("regiokaart", {"indicator": "aandeel_ips", "periode": "2024", "regio": "AM21"}),
    ("regiokaart", {"indicator": "uitkeringen", "vorm": "tegels"}),
    ("regiokaart", {"indicator": "werk_12u"}),
    ("regiokaart", {"indicator": "gestart", "methode": "ips", "doelgroep": "uwv"}),
    ("doelen", {}),
    ("doelen", {"periode": "2023", "regio": "AM33"}),
    ("ips", {}),
    ("ips", {"indicator": "werk_1u", "maanden": "6", "doelgroep": "gemeente", "regio": "AM05"}),
    ("verzuim", {}),
    ("verzuim", {"sector": "Q"}),
    ("regio", {}),
    ("regio", {"regio": "AM05", "periode": "2024"}),
    ("regio", {"regio": "AM24", "methode": "ips+jobcoaching"}),
    ("borging", {}),
    ("borging", {"onderdeel": "mgn"}),
    ("presenteren", {}),
    ("presenteren", {"set": "regio", "regio": "AM05"}),
    ("stuurgroep", {}),
    ("gegevens", {}),
    ("gegevens", {"regio": "AM12"}),
    ("verantwoording", {}),
)

#: Names that the server gives to elements and files: not what a reader sees.
_NOT_SEEN = {"id", "url", "formId", "elementId", "scriptHash", "pageScriptHash", "fileUrl", "deferredFileId"}


#: A number with more decimals than anybody reads.
_LONG = re.compile(rb"-?[0-9]+\.[0-9]{9,}(?:e-?[0-9]+)?")


class _Clock(types.ModuleType):
    """The module `datetime` on one day."""

    def __getattr__(self, name: str) -> Any:
        return {"datetime": _Instant, "date": _Day}.get(name) or getattr(dt, name)


class _Instant(dt.datetime):
    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:  # type: ignore[override]
        return NOW.astimezone(tz) if tz else NOW.replace(tzinfo=None)


class _Day(dt.date):
    @classmethod
    def today(cls) -> dt.date:  # type: ignore[override]
        return NOW.date()


#: What a module says that asks the clock; others keep the types of the real module, by which documents are read.
_ASKS = re.compile(r"\bdt\.(datetime\.now|date\.today)\(")


@contextmanager
def _on_one_day() -> Iterator[None]:
    """Every module of the product that asks the clock gets the same moment."""
    clock, held = _Clock("datetime"), []
    for name, module in list(sys.modules.items()):
        if (
            name.startswith("sdw.")
            and getattr(module, "dt", None) is dt
            and _ASKS.search(inspect.getsource(module))
        ):
            held.append(patch.object(module, "dt", clock))
    for each in held:
        each.start()
    try:
        yield
    finally:
        for each in held:
            each.stop()


def lines() -> list[tuple[str, str]]:
    """(what, digest) of every view of every page and of every file of the example edition."""
    with tempfile.TemporaryDirectory() as folder, store_at(Path(folder)):
        for module in pkgutil.walk_packages(dissemination.__path__, f"{dissemination.__name__}."):
            importlib.import_module(module.name)  # it must be there before the clock is set

        with _on_one_day():
            list(start.build())
            edition = editions.find()
            found = [("uitgave", one.FORMAT.digests(Contents(rows=list(_rows(edition)), facts={}))["digest"])]
            found += [(f"bestand {name}", _digest(content)) for name, content in whole.files(edition)]
            for page, view in VIEWS:
                named = "&".join(f"{name}={value}" for name, value in view.items())
                found.append((f"pagina {page}?{named}", _digest(_seen(opened(page, **view)).encode())))
    return found


def _rows(edition: editions.Edition) -> Iterator[Row]:
    """Every figure as it is stored; laid out as in format 1 their digest is the same whatever the format is."""
    nothing = dict.fromkeys(("region", "period", "method", "client_group", "sector", "months"))
    known = figures.sources(edition)
    for name in figures.published(edition):
        for cells in editions.query(edition, "edition_figures", indicator=name, **nothing):
            *before, have, of_all, source, carried_from, origin = cells
            facts: dict[str, Any] = dict(zip(figures.COLUMNS, before, strict=False))
            facts["status"] = Status(facts["status"])
            yield Row(
                **facts,
                delivered=None if of_all is None else (have, of_all),
                cited=known[source],
                carried_from=tuple(carried_from or ()),
                origin=origin,
            )


def _digest(content: bytes) -> str:
    """Of what a file says: a workbook unpacked, and decimals that one processor rounds as another does."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            content = b"".join(name.encode() + book.read(name) for name in sorted(book.namelist()))
    rounded = _LONG.sub(lambda found: f"{float(found[0]):.9g}".encode(), content)
    return hashlib.sha256(rounded).hexdigest()[:16]


def _seen(visit: AppTest) -> str:
    if visit.exception:
        raise AssertionError([one.value for one in visit.exception])
    # An escaped quote has two spellings; a reader sees one sign.
    return "\n".join(_elements(visit._tree)).replace("&#34;", "&quot;").replace("&#39;", "&#x27;")


def _elements(node: Any) -> Iterator[str]:
    proto = getattr(node, "proto", None)
    if proto is not None:
        told = MessageToDict(proto) if hasattr(proto, "DESCRIPTOR") else str(proto)
        yield f"{type(proto).__name__} {json.dumps(_without_names(told), sort_keys=True, ensure_ascii=False)}"
    for child in getattr(node, "children", {}).values():
        yield from _elements(child)


def _without_names(told: Any) -> Any:
    if isinstance(told, dict):
        return {name: _without_names(value) for name, value in told.items() if name not in _NOT_SEEN}
    return [_without_names(one) for one in told] if isinstance(told, list) else told


def stored() -> dict[str, str]:
    with GOLDEN.open(encoding="utf-8", newline="") as file:
        return dict(csv.reader(file))


def main() -> None:
    with GOLDEN.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(lines())


if __name__ == "__main__":
    main()
