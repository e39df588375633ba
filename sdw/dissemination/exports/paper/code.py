"""Code for typst, as a type of its own: words enter it as string literals alone, so no text is read as code."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NewType

#: An expression of typst.
Code = NewType("Code", str)
Value = Code | str | int | float | bool | None
#: Selectors of form (U+FE0E, U+FE0F) stop typst in a picture (typst#7432); nobody sees them. The hyphen at which
#: a line does not break (U+2011) is no sign of the font.
_SIGNS = str.maketrans({"\ufe0e": None, "\ufe0f": None, "\u2011": "-"})
NOTHING = Code("[]")


def words(text: str) -> Code:
    """Text as a string literal: shown as it is, without any sign in it being markup."""
    told = text.translate(_SIGNS).replace("\\", "\\\\").replace('"', '\\"')
    return Code('"' + told.replace("\r", "").replace("\n", "\\n") + '"')


def value(given: Value | Iterable[Value]) -> Code:
    """What Python gives, as typst writes it; None is `none`. What is `Code` already must be handed on as it is."""
    if given is None or isinstance(given, bool):
        return Code({None: "none", True: "true", False: "false"}[given])
    if isinstance(given, int | float):
        return Code(f"{given:g}")
    if isinstance(given, str):
        return words(given)
    return array(value(one) for one in given)


def array(items: Iterable[Code]) -> Code:
    """An array, also of one item or none."""
    return Code("(" + "".join(f"{one}," for one in items) + ")")


def call(name: str, *given: Code, **named: Code) -> Code:
    """A call; `_` in a name becomes `-`."""
    pairs = [f"{key.replace('_', '-')}: {one}" for key, one in named.items()]
    return Code(f"{name}({', '.join([*given, *pairs])})")


def stack(items: Iterable[Code]) -> Code:
    """Content after one another; nothing for none."""
    return Code("{" + "\n".join(one for one in items if one != NOTHING) + "}")
