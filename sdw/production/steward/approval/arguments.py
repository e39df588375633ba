"""The options of `python -m sdw approval …`; apart from its commands, so that `--help` loads nothing heavy."""

from __future__ import annotations

import argparse

from sdw.text.dutch import say

#: The actions, in the order of the road.
ACTIONS = (
    *("show", "note", "check", "submit", "differences", "link", "revoke", "tick", "agree", "object", "decide"),
    *("conclude", "open", "release", "withdraw"),
)
_OF_A_PARTY = ("tick", "agree", "object", "decide", "link")
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
            is_free = name == "link"
            one.add_argument("--party", required=not is_free, default="", metavar="PARTIJ", help=_help("party"))
        if name in _WITH_TEXT:
            one.add_argument("--text", required=True, metavar="TEKST", help=_help("text"))
        if name in _ACCEPTING:
            one.add_argument("--accept", action="append", default=[], metavar="NAAM", help=_help("accept"))
        if name not in ("show", "check", "differences"):
            one.add_argument("--by", default="", metavar="WIE", help=_help("by"))
    options = sub.choices
    options["note"].add_argument(
        "--indicator", action="append", required=True, metavar="ID", help=_help("indicator")
    )
    options["note"].add_argument("--error", default="", metavar="ERNST", help=_help("error"))
    options["submit"].add_argument("--until", metavar="DATUM", help=_help("until"))
    options["link"].add_argument("--for", dest="holder", required=True, metavar="VOOR_WIE", help=_help("for"))
    options["link"].add_argument("--days", type=int, metavar="DAGEN", help=_help("days"))
    options["revoke"].add_argument("--link", required=True, metavar="NUMMER", help=_help("link"))
    options["tick"].add_argument("--items", required=True, metavar="NUMMERS", help=_help("items"))
    options["open"].add_argument("--at", default="", metavar="MOMENT", help=_help("at"))


def _help(name: str) -> str:
    return say(f"approval.help.{name}")
