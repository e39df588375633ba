"""`python -m sdw`: the steward's command line. Data on stdout, Dutch messages on stderr.

Exit codes: 0 done, 1 refused with reasons, 2 wrong call, 3 our own bug.
"""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from sdw.production.steward.dutch_calls import DutchParser
from sdw.production.steward.privacy import arguments as privacy_arguments
from sdw.text.dutch import say
from sdw.text.errors import UserError

#: Datasets with a sheet to fill in. Named here, because importers take longer to load than `--help` may.
TEMPLATES = ("trajecten", "uitkomsten", "context")
DONE, REFUSED, WRONG_CALL, OUR_BUG = 0, 1, 2, 3


def parser() -> argparse.ArgumentParser:
    """Every command with its options; help texts come from `sdw/text/nl/command_line.toml`."""
    top = DutchParser(prog="python -m sdw", description=say("cli.what"))
    sub = top.add_subparsers(dest="command", required=True, metavar="OPDRACHT")

    def command(name: str) -> argparse.ArgumentParser:
        text = say(f"cli.{name.replace('-', '_')}")
        return sub.add_parser(name, help=text, description=text)

    for name in ("import", "check"):
        reading = command(name)
        reading.add_argument("files", nargs="+", type=Path, metavar="BESTAND")
        reading.add_argument("--dataset", help=say("cli.dataset"))
        reading.add_argument("--report", type=Path, metavar="CSV", help=say("cli.report"))
        if name == "import":
            reading.add_argument("--override", metavar="REDEN", help=say("cli.override"))
            names = ("--accept-warnings", "--accept-replacements")
            reading.add_argument(*names, dest="accept", action="store_true", help=say("cli.accept"))
    template = command("template")
    template.add_argument("--dataset", default="trajecten", choices=TEMPLATES, help=say("cli.dataset"))
    template.add_argument("--region", metavar="REGIO")
    template.add_argument("--period", metavar="PERIODE")
    template.add_argument("--output", type=Path, metavar="BESTAND")
    command("batches")
    command("undo").add_argument("batch", type=int, metavar="LEVERING")
    command("publish").add_argument("--label", metavar="NAAM")
    command("editions")
    _figures(command("figures"))
    export = command("export")
    export.add_argument("--edition", metavar="NAAM")
    export.add_argument("--output", type=Path, required=True, metavar="MAP")
    command("backup")
    command("restore").add_argument("file", type=Path, metavar="BESTAND")
    command("verify")
    command("fetch-cbs").add_argument("tables", nargs="+", metavar="TABEL", help=say("verzuim.tables"))
    privacy_arguments.arguments(command("privacy"))
    start = command("start")
    start.add_argument("--host", default="127.0.0.1")
    start.add_argument("--port", type=int, default=8501)
    start.add_argument("--build-only", action="store_true", help=say("cli.build_only"))
    return top


def _figures(figures: argparse.ArgumentParser) -> None:
    figures.add_argument("--indicator", required=True, metavar="ID")
    for name in ("region", "period", "method", "client-group", "sector"):
        figures.add_argument(f"--{name}")
    figures.add_argument("--months", type=int)
    figures.add_argument("--edition", metavar="NAAM")
    figures.add_argument("--format", choices=("csv", "json"), default="csv")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(message)s")
    try:
        options = parser().parse_args(arguments)
    except SystemExit as stop:
        return DONE if stop.code in (0, None) else WRONG_CALL
    try:
        # Only now: these take seconds to load, and `--help` needs none of them.
        from sdw.production.steward import commands

        return DONE if commands.run(options) else REFUSED
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


def _fault(error: BaseException) -> UserError | None:
    from sdw.edition import faults

    return faults.explained(error)


def _tell(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
