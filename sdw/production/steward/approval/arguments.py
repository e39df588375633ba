"""The options of `python -m sdw approval …`; apart from its commands, so that `--help` loads nothing heavy."""

from __future__ import annotations

import argparse

from sdw.text.dutch import say

#: The actions, in the order of the road.
ACTIONS = (
    *("show", "note", "check", "submit", "agree", "object", "decide"),
    *("conclude", "open", "release", "withdraw"),
)
_OF_A_PARTY = ("agree", "object", "decide")
_WITH_TEXT = {"note": True, "object": True, "decide": True, "withdraw": True}
_ACCEPTING = ("check", "submit", "conclude")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The actions and their options."""
    sub = parser.add_subparsers(dest="action", required=True, metavar="WAT")
    for name in ACTIONS:
        text = say(f"approval.what.{name}")
        one = sub.add_parser(name, help=text, description=text)
        if name != "release":
            one.add_argument("label", nargs="?" if name == "show" else None, metavar="UITGAVE")
        if name in _OF_A_PARTY:
            one.add_argument("--party", required=True, metavar="PARTIJ", help=_help("party"))
        if name in _WITH_TEXT:
            one.add_argument("--text", required=True, metavar="TEKST", help=_help("text"))
        if name in _ACCEPTING:
            one.add_argument("--accept", action="append", default=[], metavar="NAAM", help=_help("accept"))
        if name not in ("show", "check"):
            one.add_argument("--by", default="", metavar="WIE", help=_help("by"))
    options = sub.choices
    options["note"].add_argument(
        "--indicator", action="append", required=True, metavar="ID", help=_help("indicator")
    )
    options["submit"].add_argument("--until", metavar="DATUM", help=_help("until"))
    options["open"].add_argument("--at", default="", metavar="MOMENT", help=_help("at"))


def _help(name: str) -> str:
    return say(f"approval.help.{name}")
