"""Usage, help and errors of the command line in Dutch: argparse asks gettext for its texts, and gets ours."""

from __future__ import annotations

import argparse
import functools
from typing import Any, NoReturn

from sdw.text.dutch import say

#: argparse's own English → ours; what is not here only a programmer meets.
_PHRASES = {
    "usage: ": "usage",
    "%(prog)s: error: %(message)s\n": "error",
    "argument %(argument_name)s: %(message)s": "argument",
    "positional arguments": "positional",
    "options": "options",
    "show this help message and exit": "help",
    "the following arguments are required: %s": "required",
    "unrecognized arguments: %s": "unrecognized",
    "invalid choice: %(value)r (choose from %(choices)s)": "choice",
    "invalid %(type)s value: %(value)r": "value",
    "expected one argument": "one",
    "expected at least one argument": "some",
    "expected at most one argument": "at_most_one",
    "expected %s argument": "number",
    "expected %s arguments": "number",
    "ignored explicit argument %r": "explicit",
    "ambiguous option: %(option)s could match %(matches)s": "ambiguous",
}


def _dutch(phrase: str) -> str:
    return say(f"call.{_PHRASES[phrase]}") if phrase in _PHRASES else phrase


def _dutch_plural(one: str, more: str, count: int) -> str:
    return _dutch(one if count == 1 else more)


class DutchParser(argparse.ArgumentParser):
    """An `ArgumentParser` that speaks Dutch; subcommands do too."""

    def __init__(self, **options: Any) -> None:
        vars(argparse).update({"_": _dutch, "ngettext": _dutch_plural})
        options.setdefault("formatter_class", functools.partial(argparse.HelpFormatter, width=100))
        super().__init__(allow_abbrev=False, **options)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one line, how to get help, and stop with exit code 2."""
        self.exit(2, say("call.wrong", command=self.prog, message=message) + "\n")
