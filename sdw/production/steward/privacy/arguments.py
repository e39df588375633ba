"""The options of `python -m sdw privacy …`; apart from its commands, so that `--help` loads nothing heavy."""

from __future__ import annotations

import argparse
from pathlib import Path

from sdw.text.dutch import say


def arguments(parser: argparse.ArgumentParser) -> None:
    """The three commands and their options."""
    sub = parser.add_subparsers(dest="action", required=True, metavar="WAT")
    for name in ("attack", "report"):
        one = sub.add_parser(name, help=say(f"cli.privacy_{name}"))
        one.add_argument("--edition", metavar="NAAM")
        one.add_argument("--sample", type=int, default=0, metavar="AANTAL", help=say("cli.privacy_sample"))
        if name == "report":
            one.add_argument("--why", action="store_true", help=say("cli.privacy_why"))
        if name == "attack":
            one.add_argument(
                "--with", dest="others", action="append", default=[], metavar="NAAM", help=say("cli.privacy_with")
            )
            one.add_argument("--insider", action="store_true", help=say("cli.privacy_insider"))
            one.add_argument("--as", dest="region", default="", metavar="REGIO", help=say("cli.privacy_as"))
            one.add_argument("--exports", type=Path, metavar="MAP", help=say("cli.privacy_exports"))
    best = sub.add_parser("optimum", help=say("cli.privacy_optimum"))
    best.add_argument("file", type=Path, metavar="CSV")
    best.add_argument("--threshold", type=int, metavar="AANTAL")
