"""Exporting: all tables of an edition into a folder or as one workbook, documents, pictures, slides, open data."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeAlias

from tqdm import tqdm

from sdw.dissemination.blocks.presenting import deck
from sdw.dissemination.blocks.presenting.deck import Deck
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.exports import edition as whole
from sdw.dissemination.exports.hall import files as hall_files
from sdw.dissemination.exports.paper import card
from sdw.dissemination.exports.powerpoint import files as powerpoint_files
from sdw.dissemination.exports.sheets import everything as sheets
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.view.choices import choose
from sdw.edition import editions, files
from sdw.edition.approval import concept
from sdw.edition.editions import Edition
from sdw.reference.areas import regions
from sdw.text.dutch import number, say
from sdw.text.errors import UserError

#: Documents by name, of an edition and a region ('' for none): (how many, each with its file name).
Papers: TypeAlias = Callable[[Edition, str, str], tuple[int, Iterable[tuple[str, bytes]]]]


def run(options: Namespace) -> bool:
    """What is asked for."""
    return FORMS[options.form](editions.find(options.edition), options)


def _tables(edition: Edition, options: Namespace) -> bool:
    """Every figure of the edition, in every form."""
    if options.output is None:
        raise UserError("export_command.no_folder")
    written = whole.write(edition, options.output)
    _tell(say("cli.exported", count=number(len(written)), path=options.output))
    return True


def _pdf(edition: Edition, options: Namespace) -> bool:
    """A document; the pages in it are the interface's, which no command knows: they are handed to it."""
    papers: Papers = options.papers
    region = regions.resolve(options.region).code if options.region else ""
    count, made = papers(edition, options.what, region)
    if options.what == "regios":
        return _zip(made, count, options.out)
    name, data = next(iter(made))
    return _write(options.out or Path(name), data)


def _zip(made: Iterable[tuple[str, bytes]], count: int, out: Path | None) -> bool:
    """The last of what is made is the zip; the others tell how far it is."""
    shown = tqdm(made, total=count, desc=say("export_command.making"), leave=False, disable=not sys.stderr.isatty())
    name, data = list(shown)[-1]
    return _write(out or Path(name), data)


def _png(edition: Edition, options: Namespace) -> bool:
    drawing = registry.ALL.get(options.figure)
    if drawing is None:
        raise UserError("export_command.no_figure", figure=options.figure, known=", ".join(registry.ALL))
    wanted = {"regio": options.region} if options.region else {}
    view: View = choose(edition, menu.by_name(drawing.page), wanted).view
    width, height = map(int, options.size.split("x"))
    made = card.of(options.figure, view, (width, height), mark=concept.mark(edition))
    if made is None:
        raise UserError("export_command.nothing_drawn", figure=options.figure, label=edition.label)
    return _write(options.out or Path(card.file_name(options.figure, view, (width, height))), made)


def _hall(edition: Edition, options: Namespace) -> bool:
    """Slides for a hall as one file, which needs no network."""
    made = _deck(edition, options)
    path = options.out or Path(hall_files.name(made))
    files.write_all(path.parent, [(path.name, hall_files.written(made, concept.mark(edition)).encode())])
    _tell(say("export_command.hall_written", count=number(len(made.slides) + 2), path=path))
    return True


def _pptx(edition: Edition, options: Namespace) -> bool:
    """The same slides to go on with in PowerPoint."""
    made = _deck(edition, options)
    data = powerpoint_files.written(made, concept.mark(edition))
    return _write(options.out or Path(powerpoint_files.name(made)), data)


def _deck(edition: Edition, options: Namespace) -> Deck:
    region = regions.resolve(options.region).code if options.region else ""
    picked = tuple(one.strip() for one in options.slides.split(",") if one.strip())
    return deck.of(edition, options.set, picked, region)


def _xlsx(edition: Edition, options: Namespace) -> bool:
    """All tables as one workbook."""
    return _write(options.out or Path(sheets.file_name(edition)), sheets.of(edition, concept.mark(edition)))


def _open(edition: Edition, options: Namespace) -> bool:
    """Open data as a folder that any web server can show: `catalogus.ttl`, and a folder with files per edition.

    The catalogue tells of the editions that are in the folder now.
    """
    from sdw.dissemination.exports.open import catalogue  # with it comes rdflib: no other command waits for that
    from sdw.dissemination.exports.open import files as open_files

    if options.out is None:
        raise UserError("open_data.command.no_out")
    made = list(open_files.whole(edition))
    made.append((open_files.ALL, open_files.zip_of(made)))
    written = files.write_all(options.out / edition.label, made)
    public = [one for one in editions.every() if not one.is_concept]
    there = [
        one for one in public if _holds(options.out / one.label, [each.name for each in open_files.listed(one)])
    ]
    told = [(catalogue.TURTLE, catalogue.turtle(there)), (catalogue.JSON_LD, catalogue.json_ld(there))]
    files.write_all(options.out, told)
    count = number(len(written) + len(told))
    _tell(say("open_data.command.written", count=count, label=edition.label, path=options.out))
    return True


def _holds(folder: Path, wanted: Sequence[str]) -> bool:
    """Is each of these files in the folder?"""
    return all((folder / name).is_file() for name in wanted)


def _write(out: Path, data: bytes) -> bool:
    files.write_all(out.parent, [(out.name, data)])
    _tell(say("export_command.written", path=out))
    return True


def _tell(text: str) -> None:
    sys.stderr.write(f"{text}\n")


#: By the name of the form; the tables without one.
FORMS: dict[str | None, Callable[[Edition, Namespace], bool]] = {
    None: _tables,
    "pdf": _pdf,
    "png": _png,
    "hall": _hall,
    "pptx": _pptx,
    "xlsx": _xlsx,
    "open": _open,
}
