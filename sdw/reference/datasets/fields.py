"""A column of a file of states: what it holds, and of a closed list its choices. Nothing in it is a count.

A new list is a tuple of fields; the engine, the sheet to fill in and the store know none of them by name.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from sdw.reference import names

#: How the cells of a field are read. 'number' is a number in an order (1, 2, 3), 'amount' an amount of its unit.
FieldKind = Literal["region", "municipality", "day", "choice", "number", "amount", "text", "link"]

#: Signs in a text, and in a short one.
LONGEST, SHORT = 600, 120


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a closed list: its code, what it is called and what it means, in Dutch."""

    code: str
    label: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A column: the part of a state that it fills (`id`, see `state_record`), its names and its meaning in Dutch.

    `required`: no row without it. `key`: it tells a state from others; what comes later with the same key takes the
    place of what was there. `future`: of a day, that it may lie ahead. `longest`: of a text, in signs.
    """

    id: str
    names: tuple[str, ...]
    kind: FieldKind
    description: str
    choices: tuple[Choice, ...] = ()
    required: bool = True
    key: bool = False
    future: bool = False
    longest: int = LONGEST
    _by_name: dict[str, str] = field(init=False, repr=False, compare=False, hash=False)

    def __post_init__(self) -> None:
        found: dict[str, str] = {}
        for choice in self.choices:
            for name in (choice.code, choice.label):
                if found.setdefault(names.fold(name), choice.code) != choice.code:
                    raise ValueError(f"{name!r} is more than one choice of {self.id}")
        object.__setattr__(self, "_by_name", found)

    @property
    def name(self) -> str:
        """The name in our own sheets."""
        return self.names[0]

    def code_of(self, text: str) -> str | None:
        """The code of the choice with this code or name; None where there is none."""
        return self._by_name.get(names.fold(text))

    def label_of(self, code: str) -> str:
        """What a choice is called. An unknown code is our bug: KeyError."""
        return next(choice.label for choice in self.choices if choice.code == code) if code else ""
