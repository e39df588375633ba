"""Why a table of CBS is not taken, with little of what came: a message is no place for a whole cell."""

from __future__ import annotations

from sdw.text.errors import UserError

#: The most signs of a name, a title or a cell from outside that a message repeats.
MOST = 80


def refusal(key: str, **facts: object) -> UserError:
    """A `UserError` of which no fact is longer than `MOST`, save `known`: that lists our own tables."""
    return UserError(key, **{name: fact if name == "known" else _short(fact) for name, fact in facts.items()})


def _short(fact: object) -> object:
    return f"{fact[: MOST - 1]}…" if isinstance(fact, str) and len(fact) > MOST else fact
