"""What paper costs: 35 factsheets, a pack and a picture, each beside what typst itself needs for the same code."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable

import typst

from benchmarks.measuring import shipped
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.exports.paper import card, press, sheet
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.paper import factsheet, packs
from sdw.dissemination.ui.view.choices import choose
from sdw.edition import editions
from sdw.edition.editions import Edition
from sdw.reference.areas import regions

Measured = tuple[str, float, str]


def measure() -> list[Measured]:
    """Processor time of each, made for the first time in this process, on the edition that ships."""
    with shipped() as edition:
        return [*_factsheets(edition), *_packs(edition), *_pictures(edition)]


def _factsheets(edition: Edition) -> list[Measured]:
    codes: list[str] = []

    def all_of_them() -> None:
        for region in regions.CODES:
            made = factsheet.of(choose(edition, menu.by_name("regio"), {"regio": region}).view)
            codes.append(sheet.document(*made))
            press.pdf(codes[-1], edition.published_at)

    ours = _cpu(all_of_them)
    compiler = _floor()
    floor = _cpu(lambda: [compiler.compile(code.encode(), pdf_standards="ua-1") for code in codes])
    return [
        ("35 factsheets with a map and charts, processor time", ours, "s"),
        ("  of which typst itself, the same code with one compiler", floor, "s"),
    ]


def _packs(edition: Edition) -> list[Measured]:
    known, today = tuple(editions.every()), dt.date(2026, 11, 28)
    found: list[Measured] = []
    for name, make in packs.ALL.items():
        ours = _cpu(lambda make=make: sheet.pdf(*make(edition, known, today)))  # type: ignore[misc]
        code, compiler = sheet.document(*make(edition, known, today)), _floor()
        floor = _cpu(lambda code=code, compiler=compiler: compiler.compile(code.encode(), pdf_standards="ua-1"))  # type: ignore[misc]
        found += [(f"pack '{name}', processor time", ours, "s"), ("  of which typst itself", floor, "s")]
    return found


def _pictures(edition: Edition) -> list[Measured]:
    found: list[Measured] = []
    for name in ("kaart", "ips-gemeenten", "verzuim-reeks", "borging-matrix"):
        view = choose(edition, menu.by_name(registry.ALL[name].page), {}).view
        drawn = card.picture(name, view, card.SIZES[0]) or ""
        registry.ALL[name].scene(view)
        ours = _cpu(lambda name=name, view=view: card.of(name, view, card.SIZES[0]))  # type: ignore[misc]
        code, compiler = card.code(drawn, card.SIZES[0]), _floor()
        floor = _cpu(lambda code=code, compiler=compiler: compiler.compile(code.encode(), format="png", ppi=72))  # type: ignore[misc]
        found += [(f"PNG of '{name}', processor time", ours, "s"), ("  of which typst itself", floor, "s")]
    return found


def _floor() -> typst.Compiler:
    """A compiler that has made nothing yet."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(press.FONTS)])
    return typst.Compiler(font_paths=fonts, ignore_system_fonts=True)


def _cpu(run: Callable[[], object]) -> float:
    before = time.process_time()
    run()
    return time.process_time() - before
