"""A store with a public edition and, where parties must agree, a concept after it."""

from __future__ import annotations

import contextlib
import io
from pathlib import Path

from sdw import __main__ as command_line
from sdw.edition.editions import Edition
from sdw.production.publishing import publish
from tests.worlds import store as world

PARTIES = """owner = "Stuurgroep"
decided = 2026-11-27
answer_days = 14
link_days = 7
[[party]]
id = "uwv"
name = "UWV"
[[party]]
id = "divosa"
name = "Divosa"
"""
PUBLIC, CONCEPT = "2026-voorjaar", "2026-najaar"
#: A number that only the concept shows: started in Twente, 2025.
SECRET, KNOWN = 4567, 4321
#: A note on everything that is different in it.
NOTED = ("gestart", "uitgevoerd", "eindstand", "per_1000_uitkeringen")


def make(folder: Path) -> Edition:
    """The store in `SDW_STORE` (this folder): a public edition, then a concept that shows other numbers."""
    world.deliver(world.context(), dataset="context", origin="openbaar", name="context.csv")
    for code in ("AM01", "AM02", "AM03", "AM05"):
        world.deliver(world.ledger(code, "2025", 40, KNOWN if code == "AM05" else 90, 30, 24), name=f"{code}.csv")
    publish.publish(PUBLIC)
    (folder / "agreement.toml").write_text(PARTIES, encoding="utf-8")
    world.deliver(world.ledger("AM05", "2025", 40, SECRET, 30, 24), name="nieuw.csv")
    return publish.publish(CONCEPT)


def run(*arguments: str) -> int:
    """One command of the steward; its exit code."""
    return command_line.main(["approval", *arguments])


def link(holder: str = "directeur beleid", *more: str) -> str:
    """The token of a new secret link, for a party."""
    told = io.StringIO()
    with contextlib.redirect_stdout(told):
        assert run("link", CONCEPT, "--for", holder, "--party", "uwv", *more) == 0
    return told.getvalue().strip().removeprefix("inzage/")


def revoke(number: str) -> None:
    """Let a link work no longer."""
    assert run("revoke", CONCEPT, "--link", number) == 0


def submit(*more: str) -> None:
    """Lay the concept before the parties, with every warning accepted."""
    names = [part for name in NOTED for part in ("--indicator", name)]
    assert run("note", CONCEPT, *names, "--text", "Twente leverde opnieuw.") == 0
    assert run("submit", CONCEPT, "--accept", "zonder-levering", *more) == 0


def conclude() -> None:
    """Submit it, and have every party agree."""
    submit()
    for party in ("uwv", "Divosa"):
        assert run("agree", CONCEPT, "--party", party, "--by", "M. de Vries") == 0
    assert run("conclude", CONCEPT, "--accept", "zonder-levering") == 0
