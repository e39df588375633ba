"""Commands are declared once; each lives where its declaration says, and is in the account for the steward."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from sdw import __main__ as command_line
from sdw.production.steward import registry
from sdw.production.steward.map import build_map
from sdw.production.steward.registry import COMMANDS, Command
from tests import ROOT

STEWARD = (ROOT / "docs" / "steward.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_command_lives_where_it_is_said_to_and_is_told_of(command: Command) -> None:
    module, function = command.lives.split(":")
    assert callable(getattr(import_module(f"sdw.production.steward.{module}"), function))
    assert command.text
    assert f"sdw {command.name}" in " ".join(STEWARD.split())


def test_help_loads_nothing_that_takes_seconds() -> None:
    code = "import sys; from sdw.__main__ import main; main(['--help']); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert all(command.name in done.stdout for command in COMMANDS)
    assert not {"pandas", "streamlit", "duckdb", "highspy", "geopandas"} & set(done.stderr.split())


def test_the_map_is_made_again_as_it_ships(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    build = build_map.build
    monkeypatch.setattr(build_map, "build", lambda: build(tmp_path))
    assert command_line.main(["map"]) == 0
    made = [Path(line).relative_to(tmp_path) for line in capsys.readouterr().out.split()]
    assert len(made) == 3
    assert all((tmp_path / path).read_bytes() == (ROOT / path).read_bytes() for path in made)


def test_a_name_that_is_no_command_has_no_declaration() -> None:
    with pytest.raises(KeyError):
        registry.by_name("nergens")
