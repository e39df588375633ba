"""The options of `python -m sdw export …`; apart from its commands, so that `--help` loads nothing heavy.

Without a form it writes every table of an edition. A form is a name here, its options, and a function in
`exporting.commands.FORMS`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from sdw.text.dutch import say

#: The forms besides the tables, each with its function in `commands.py`.
NAMES = ("pdf", "png", "hall", "pptx", "xlsx", "open")
#: Sizes of a picture in pixels: for a message on a network, and a square one.
SIZES = ("1200x627", "1080x1080")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Without a form: all tables, into a folder. With one: one file."""
    parser.add_argument("--edition", metavar="NAAM")
    parser.add_argument("--output", type=Path, metavar="MAP", help=say("export_command.output"))
    forms = parser.add_subparsers(dest="form", required=False, metavar="VORM")
    for name in NAMES:
        text = say(f"export_command.what.{name}")
        one = forms.add_parser(name, help=text, description=text)
        one.add_argument("--edition", metavar="NAAM", default=argparse.SUPPRESS)
        if name == "open":
            one.add_argument("--out", type=Path, metavar="MAP", help=say("open_data.command.out"))
            continue
        one.add_argument("--out", type=Path, metavar="BESTAND", help=say("export_command.out"))
    pdf, png, *decks = (forms.choices[name] for name in NAMES[:4])
    for one in (pdf, png, *decks):
        one.add_argument("--region", default="", metavar="REGIO", help=say("export_command.region"))
    pdf.add_argument("--what", required=True, metavar="WAT", help=say("export_command.which"))
    png.add_argument("--figure", required=True, metavar="NAAM", help=say("export_command.figure"))
    png.add_argument("--size", default=SIZES[0], choices=SIZES, help=say("export_command.size"))
    for one in decks:
        one.add_argument("--set", required=True, metavar="SET", help=say("export_command.set"))
        one.add_argument("--slides", default="", metavar="DIA,DIA", help=say("export_command.slides"))
