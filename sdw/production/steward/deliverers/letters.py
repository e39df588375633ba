"""`python -m sdw letters`: after an edition is public, a letter per region and one for the steward, as files.

A letter holds counts of its region that nobody else may see. So it is made here, on the steward's side, for the
eyes of its owner alone, and never among what a deployment for visitors copies.
"""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from markupsafe import Markup

from sdw.dissemination.blocks import plain
from sdw.dissemination.blocks.model import Page
from sdw.dissemination.figures import corrections
from sdw.dissemination.ui.elements import screen
from sdw.dissemination.ui.server import answers
from sdw.edition import editions, paths
from sdw.edition.editions import Edition
from sdw.production.steward.deliverers import letter, own
from sdw.production.store import private
from sdw.reference.areas import regions
from sdw.text.dutch import number, say
from sdw.text.errors import UserError

_FORM = Markup(
    '<!doctype html><html lang="nl"><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width,initial-scale=1"><title>{}</title><style>{}</style>'
    '<body class="sdw-lost sdw-light"><main data-testid="stHtml">{}</main>'
)


def run(options: Namespace) -> bool:
    """Write the letters, or only say who is late."""
    edition = _edition(options.edition)
    names = tuple(regions.CODES)
    with private.reader() as connection:
        lagging = letter.late(own.late(connection, edition, names), edition)
    sys.stdout.write(plain.page(lagging))
    if options.late:
        return True
    wanted = (regions.resolve(options.region).region.code,) if options.region else names
    folder = _folder(options.output, edition)
    older = corrections.previous(edition)
    count = 0
    for name, content in (*_letters(edition, older, wanted), ("te-laat", lagging)):
        _write(folder / f"{name}.txt", plain.page(content))
        _write(folder / f"{name}.html", as_html(content))
        count += 1
    sys.stderr.write(say("letter.written", count=number(count), path=folder) + "\n")
    return True


def as_html(content: Page) -> str:
    """A letter as a page that needs nothing from elsewhere."""
    body = Markup("").join([Markup("<h1>{}</h1>").format(content.title), screen.page(content)])
    return _FORM.format(content.title, Markup(answers.style()), body)


def _letters(edition: Edition, older: Edition | None, wanted: tuple[str, ...]) -> Iterator[tuple[str, Page]]:
    for code in wanted:
        with private.reader() as connection:
            mine = own.of(connection, edition, code)
        yield code, letter.page(mine, edition, older)


def _edition(label: str | None) -> Edition:
    """The newest public edition, or this one.

    Raises:
        UserError: it is not public yet, or this is a deployment for visitors.
    """
    if paths.is_public():
        raise UserError("store.public")
    found = editions.find(label) if label else next((one for one in editions.every() if not one.is_concept), None)
    if found is None:
        raise UserError("store.no_edition")
    if found.is_concept:
        raise UserError("letter.concept", label=found.label)
    return found


def _folder(asked: Path | None, edition: Edition) -> Path:
    """Where the letters go: a folder for its owner alone.

    Raises:
        UserError: it lies where visitors, or what is copied for them, could find it.
    """
    folder = (asked or paths.letters_folder() / edition.label).resolve()
    open_to_all = (paths.editions_folder(), paths.ROOT / "static", paths.ROOT / "data")
    if any(folder.is_relative_to(one.resolve()) for one in open_to_all):
        raise UserError("letter.open_folder", path=folder)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder.chmod(0o700)
    return folder


def _write(path: Path, text: str) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    path.chmod(0o600)
