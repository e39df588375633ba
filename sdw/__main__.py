"""`python -m sdw`: the steward's command line. Data on stdout, Dutch messages on stderr.

Exit codes: 0 done, 1 refused with reasons, 2 wrong call, 3 our own bug.
"""

from __future__ import annotations

import argparse
import datetime as dt
import logging
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sdw.production.steward import registry
from sdw.production.steward.dutch_calls import DutchParser
from sdw.text.dutch import say
from sdw.text.errors import UserError

if TYPE_CHECKING:
    from sdw.edition.approval.compared import Difference
    from sdw.edition.editions import Edition

DONE, REFUSED, WRONG_CALL, OUR_BUG = 0, 1, 2, 3


def parser() -> argparse.ArgumentParser:
    """Every command with its options; help texts come from `sdw/text/nl/command_line.toml`."""
    top = DutchParser(prog="python -m sdw", description=say("cli.what"))
    registry.add(top.add_subparsers(dest="command", required=True, metavar="OPDRACHT"))
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(message)s")
    try:
        options = parser().parse_args(arguments)
    except SystemExit as stop:
        return DONE if stop.code in (0, None) else WRONG_CALL
    options.compare, options.papers = _compare, _papers
    try:
        return DONE if registry.by_name(options.command).run(options) else REFUSED
    except UserError as error:
        _tell(str(error))
        return REFUSED
    except KeyboardInterrupt:
        _tell(say("cli.stopped"))
        return REFUSED
    except BrokenPipeError:
        return DONE
    except BaseException as error:
        if fault := _fault(error):
            _tell(str(fault))
            return REFUSED
        logging.getLogger("sdw").exception(say("cli.bug"))
        return OUR_BUG


def _compare(edition: Edition, today: dt.date) -> tuple[Difference, ...]:
    """What a concept shows differently. Pages are the interface's, which no command knows: it is handed to them."""
    from sdw.dissemination.ui.agreeing import differences

    return differences.of(edition, today)


def _papers(edition: Edition, name: str, region: str) -> tuple[int, Iterator[tuple[str, bytes]]]:
    """A document by name, of the pages of the interface: how many files are made, and each, that one last."""
    from sdw.dissemination.ui.paper import documents

    return documents.named(edition, name, region)


def _fault(error: BaseException) -> UserError | None:
    from sdw.edition import faults

    return faults.explained(error)


def _tell(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
