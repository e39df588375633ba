"""The meaning of a cell: a number, a number that may be revised, or a word for why there is none.

Distinct texts are read once, so the cost follows the variety of a file and not its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sdw.reference.status import Status
from sdw.text.dutch import say

#: The words of our template and CSV files (rules: Meaning of cells). Compared in lower case.
WORDS: dict[str, Status] = {
    "": Status.NOT_DELIVERED,
    "onbekend": Status.UNKNOWN,
    ".": Status.UNKNOWN,
    "x": Status.SUPPRESSED,
    "nvt": Status.NOT_APPLICABLE,
    "n.v.t.": Status.NOT_APPLICABLE,
    "n.v.t": Status.NOT_APPLICABLE,
}
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2212")
_SPACES = " \u00a0\u2009\u202f"

_SPACED = re.compile(rf"[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}})+(?=[.,]|$)")
_BODY = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}([.,])[0-9]{3}(?:\1[0-9]{3})*")
#: What people write for a count that they do not know, or may not tell, exactly: each has its own remedy.
_NEARLY = (
    ("percentage", re.compile(r"^[0-9.,]+ ?(?:%|procent)$", re.IGNORECASE)),
    (
        "less_than",
        re.compile(r"^(?:[<>\u2264\u2265]=?|minder dan|meer dan|kleiner dan|max\.?|min\.?) ?[0-9]+$", re.I),
    ),
    (
        "about",
        re.compile(r"^(?:ca\.?|circa|ongeveer|plm\.?|\+/-|\u00b1|~|\u2248) ?[0-9]+$|^[0-9]+ ?\?$", re.IGNORECASE),
    ),
    ("range", re.compile(r"^[0-9]+ ?(?:[-\u2013]|t/m|tot) ?[0-9]+$", re.IGNORECASE)),
    (
        "raised",
        re.compile(
            r"^[0-9]+[\u00b9\u00b2\u00b3\u2070-\u2079]+$|^[0-9]+ ?(?:\([0-9a-z]\)|[a-z]\))$|^[0-9]+ [0-9]\)$"
        ),
    ),
)
_MAY_BE_SHOWN = re.compile(r"[0-9.,*+\-\u2212 \u00a0\u202f%/:]{1,12}")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as read: a value with its status, or a Dutch sentence on what is wrong with it."""

    value: float | None = None
    status: Status | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """What a file's own numbers prove about its signs: which one groups thousands, which one is decimal.

    `1.234` alone can be either. `thousands` and `decimal` hold the signs proven in that role.
    """

    thousands: frozenset[str] = frozenset()
    decimal: frozenset[str] = frozenset()

    def role(self, sign: str) -> str | None:
        """'thousands' or 'decimal' when the file proves one role, and only one, for this sign."""
        other = "," if sign == "." else "."
        groups = sign in self.thousands or other in self.decimal
        splits = sign in self.decimal or other in self.thousands
        if groups == splits:
            return None
        return "thousands" if groups else "decimal"


def clean(text: str) -> str:
    """Without padding, and without the quotes that stay behind when a cell is padded outside them."""
    plain = text.strip().strip(_SPACES)
    if len(plain) >= 2 and plain[0] == plain[-1] == '"':
        plain = plain[1:-1].strip().strip(_SPACES)
    return plain


def marks_of(texts: Iterable[str], typed: bool = False, beside: Sequence[str] | None = None) -> Marks:
    """Learn the role of '.' and ',' from all number cells of a file.

    `typed`: the texts come from a workbook. Its number cells use the decimal point and its text cells may
    use anything, so there a lone `1.234` or `1,234` stays ambiguous.
    In a file of whole counts a lone `1.234` can only be a thousand or so, unless the file writes *every*
    number with three decimals (97.000): that takes a plain number under 1,000, or a group that is not 000.

    `beside`: the texts of one column, where only that column's own plain numbers count: statistical programs
    write one column with decimals and the next without.
    """
    if typed:
        return Marks()
    thousands: set[str] = set()
    decimal: set[str] = set()
    lone: dict[str, set[str]] = {".": set(), ",": set()}
    plain = beside is not None and any(map(_is_plain, map(_body, beside)))
    for text in texts:
        body = _body(text)
        plain = plain or (beside is None and _is_plain(body))
        if not _BODY.fullmatch(body):
            continue
        signs = [letter for letter in body if letter in ".,"]
        if len(set(signs)) == 2 and signs.count(signs[-1]) == 1:
            thousands.add(signs[0])
            decimal.add(signs[-1])
        elif len(signs) > 1 and len(set(signs)) == 1:
            thousands.add(signs[0])
        elif signs and _GROUPED.fullmatch(body):
            lone[signs[0]].add(body.split(signs[0])[1])
        elif signs:
            decimal.add(signs[0])
    used = [sign for sign, tails in lone.items() if tails]
    if len(used) == 1 and (plain or lone[used[0]] != {"000"}) and used[0] not in decimal:
        thousands.add(used[0])
    return Marks(frozenset(thousands), frozenset(decimal))


def _body(text: str) -> str:
    return clean(text).rstrip("*").strip().lstrip("+-\u2212")


def _is_plain(body: str) -> bool:
    """A whole number under 1,000, written without any sign."""
    return body.isascii() and body.isdigit() and len(body) <= 3


def read(text: str, marks: Marks) -> Cell:
    """What the cell `text` means. Counts are whole and at least 0."""
    plain = clean(text)
    word = WORDS.get(plain.casefold())
    if word is not None:
        return Cell(status=word)
    if plain in _DASHES:
        return Cell(problem=say("import.dash"))
    status = Status.PROVISIONAL if plain.endswith("*") else Status.VALUE
    body = plain.removesuffix("*").strip()
    sign = body[:1] if body[:1] in "+-\u2212" else ""
    found = _number(body.removeprefix(sign), marks)
    if found is None:
        kind = next((kind for kind, form in _NEARLY if form.search(plain)), "not_a_number")
        shown = (_quoted(plain) or "dit") if kind == "percentage" else _shown(plain)
        return Cell(problem=say(f"import.{kind}", shown=shown))
    if found == "ambiguous":
        return Cell(problem=say("import.ambiguous_number", shown=_quoted(plain)))
    value = float(found)
    if sign in ("-", "\u2212") and value:
        return Cell(problem=say("import.negative", shown=_quoted(plain)))
    if value != int(value):
        return Cell(problem=say("import.not_whole", shown=_quoted(plain)))
    return Cell(value, status)


def _number(body: str, marks: Marks) -> str | None:
    """'1.234,5' → '1234.5'; None when it is no number, 'ambiguous' when it could be two numbers."""
    spaced = _SPACED.match(body)
    if spaced:
        head = re.sub(f"[{_SPACES}]", "", spaced.group())
        tail = body[spaced.end() :]
        return head + tail.replace(",", ".") if re.fullmatch(r"(?:[.,][0-9]+)?", tail) else None
    if len(body) > 24 or not _BODY.fullmatch(body):
        return None
    signs = [letter for letter in body if letter in ".,"]
    if not signs:
        return body
    last = signs[-1]
    if len(set(signs)) == 2:
        whole, _, rest = body.rpartition(last)
        return f"{re.sub('[.,]', '', whole)}.{rest}" if _GROUPED.fullmatch(whole) else None
    if len(signs) > 1:
        return body.replace(last, "") if _GROUPED.fullmatch(body) else None
    if not _GROUPED.fullmatch(body):
        return body.replace(",", ".")
    role = marks.role(last)
    if role is None:
        return "ambiguous"
    return body.replace(last, "") if role == "thousands" else body.replace(",", ".")


def _shown(text: str) -> str:
    """The cell between quotes where it may be shown (rules: Protection, 15), else that it is no number."""
    return say("import.shown", text=text) if _MAY_BE_SHOWN.fullmatch(text) else say("import.no_number")


def _quoted(text: str) -> str:
    """A number between quotes where it may be shown, else nothing."""
    return f"'{text}'" if _MAY_BE_SHOWN.fullmatch(text) else ""
