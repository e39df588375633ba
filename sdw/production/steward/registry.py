"""Every command of the command line, each declared once: its name, its options, and where it lives.

Nothing heavy is loaded here: what a command needs takes seconds, and `--help` needs none of it. Texts are those of
`cli.<name>` in `sdw/text/nl/command_line.toml`.
"""

from __future__ import annotations

import argparse
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, cast

from sdw.production.steward.approval import arguments as approval
from sdw.production.steward.exporting import arguments as exporting
from sdw.production.steward.privacy import arguments as privacy
from sdw.text.dutch import say

_NOTE, _ERROR = ("CIJFER", "UITLEG"), ("CIJFER", "ERNST", "UITLEG")
#: Datasets with a sheet to fill in. Named here, because importers take longer to load than `--help` may.
TEMPLATES = (
    *("trajecten", "uitkomsten", "context", "jongvolwassenen", "toezeggingen"),
    *("speerpunten", "borging", "ips_gemeente", "besluiten", "activiteiten"),
)


def _none(_: ArgumentParser) -> None:
    """A command without options."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command. lives: 'module:function' under `sdw.production.steward`; the function takes the options, and gives
    False where something is refused, after it told why."""

    name: str
    lives: str
    options: Callable[[ArgumentParser], None] = _none

    @property
    def text(self) -> str:
        """What it does, in one sentence."""
        return say(f"cli.{self.name.replace('-', '_')}")

    def run(self, options: Namespace) -> bool:
        """Load it and run it: as the steward, who reads editions in any state."""
        from sdw.edition.approval import access  # not for `--help`, which loads little

        module, function = self.lives.split(":")
        found = getattr(import_module(f"sdw.production.steward.{module}"), function)
        with access.as_steward():
            return cast(Callable[[Namespace], bool], found)(options)


def _check(command: ArgumentParser) -> None:
    command.add_argument("files", nargs="+", type=Path, metavar="BESTAND")
    command.add_argument("--dataset", help=say("cli.dataset"))
    command.add_argument("--report", type=Path, metavar="CSV", help=say("cli.report"))


def _import(command: ArgumentParser) -> None:
    _check(command)
    command.add_argument("--override", metavar="REDEN", help=say("cli.override"))
    names = ("--accept-warnings", "--accept-replacements")
    command.add_argument(*names, dest="accept", action="store_true", help=say("cli.accept"))


def _template(command: ArgumentParser) -> None:
    command.add_argument("--dataset", default="trajecten", choices=TEMPLATES, help=say("cli.dataset"))
    command.add_argument("--region", metavar="REGIO")
    command.add_argument("--period", metavar="PERIODE")
    command.add_argument("--output", type=Path, metavar="BESTAND")


def _undo(command: ArgumentParser) -> None:
    command.add_argument("batch", type=int, metavar="LEVERING")


def _erase(command: ArgumentParser) -> None:
    command.add_argument("batches", nargs="*", type=int, metavar="LEVERING")
    command.add_argument("--reason", metavar="REDEN", help=say("cli.erase_reason"))
    command.add_argument("--backups", action="store_true", help=say("cli.erase_backups"))


def _notes(command: ArgumentParser) -> None:
    command.add_argument("--note", nargs=2, action="append", default=[], metavar=_NOTE, help=say("cli.note"))
    command.add_argument("--error", nargs=3, action="append", default=[], metavar=_ERROR, help=say("cli.error"))


def _correction(command: ArgumentParser) -> None:
    command.add_argument("label", metavar="UITGAVE")
    _notes(command)


def _publish(command: ArgumentParser) -> None:
    command.add_argument("--final", action="store_true", help=say("cli.final"))
    _notes(command)
    command.add_argument("--label", metavar="NAAM")
    command.add_argument("--by", default="", metavar="WIE", help=say("approval.help.by"))


def _figures(command: ArgumentParser) -> None:
    command.add_argument("--indicator", required=True, metavar="ID")
    for name in ("region", "period", "method", "client-group", "sector"):
        command.add_argument(f"--{name}")
    command.add_argument("--months", type=int)
    command.add_argument("--edition", metavar="NAAM")
    command.add_argument("--format", choices=("csv", "json"), default="csv")


def _letters(command: ArgumentParser) -> None:
    command.add_argument("--edition", metavar="NAAM")
    command.add_argument("--region", metavar="REGIO")
    command.add_argument("--output", type=Path, metavar="MAP")
    command.add_argument("--late", action="store_true", help=say("cli.late"))


def _record(command: ArgumentParser) -> None:
    command.add_argument("--edition", metavar="NAAM")


def _claim(command: ArgumentParser) -> None:
    command.add_argument("text", nargs="+", metavar="ZIN", help=say("cli.claim_text"))
    command.add_argument("--edition", metavar="NAAM")


def _restore(command: ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar="BESTAND")


def _fetch_cbs(command: ArgumentParser) -> None:
    command.add_argument("tables", nargs="+", metavar="TABEL", help=say("verzuim.tables"))


def _start(command: ArgumentParser) -> None:
    command.add_argument("--host", default="127.0.0.1")
    command.add_argument("--port", type=int, default=8501)
    command.add_argument("--build-only", action="store_true", help=say("cli.build_only"))
    command.add_argument("--without-examples", action="store_true", help=say("cli.without_examples"))


COMMANDS = (
    Command("import", "commands:import_files", _import),
    Command("check", "commands:check_files", _check),
    Command("template", "commands:template", _template),
    Command("batches", "commands:batches"),
    Command("undo", "commands:undo", _undo),
    Command("erase", "deliverers.erase:run", _erase),
    Command("publish", "commands:publish_edition", _publish),
    Command("correction", "approval.corrections:run", _correction),
    Command("editions", "commands:list_editions"),
    Command("approval", "approval.commands:run", approval.arguments),
    Command("figures", "commands:print_figures", _figures),
    Command("record", "commands:print_record", _record),
    Command("claim", "commands:check_claim", _claim),
    Command("letters", "deliverers.letters:run", _letters),
    Command("export", "exporting.commands:run", exporting.arguments),
    Command("backup", "commands:backup"),
    Command("restore", "commands:restore", _restore),
    Command("verify", "commands:verify_all"),
    Command("fetch-cbs", "commands:fetch_cbs", _fetch_cbs),
    Command("privacy", "privacy.commands:run", privacy.arguments),
    Command("map", "map.command:run"),
    Command("start", "commands:start_dashboard", _start),
)


def by_name(name: str) -> Command:
    """The command of this name; KeyError where there is none."""
    return {command.name: command for command in COMMANDS}[name]


def add(parsers: argparse._SubParsersAction[Any]) -> None:
    """Every command with its options, in the order of `COMMANDS`."""
    for command in COMMANDS:
        command.options(parsers.add_parser(command.name, help=command.text, description=command.text))
