"""Which column is which: names forgiving in case, spaces and underscores, in any order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sdw.exchange.problems import Problem
from sdw.production.importers.files import known_words
from sdw.reference.datasets.declaration import MEASURE_NAMES, VALUE_NAMES, Dataset, Layout
from sdw.reference.periods import parse
from sdw.text.dutch import listing, say

#: What a column can be, besides a key kind or a measure id.
MEASURE, VALUE, IGNORED = ":maat", ":waarde", ":overslaan"

_LOOKS_LIKE_A_CELL = re.compile(r"@|[0-9]{4,}|^[0-9]")


def fold(name: str) -> str:
    """'Duurzaam geplaatst ' → 'duurzaamgeplaatst'."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in plain if letter.isalnum())


@dataclass(frozen=True, slots=True)
class Plan:
    """How a table is read: its dataset and layout, and the role of each column (None: undeclared)."""

    dataset: Dataset
    layout: Layout
    roles: tuple[str | None, ...]

    def at(self, role: str) -> int:
        """The number of the column with this role."""
        return self.roles.index(role)


@cache
def roles_of(dataset: Dataset) -> Mapping[str, str]:
    """Folded column name → role, for every name that the dataset knows; a declaration never changes."""
    names: dict[str, str] = {fold(name): column.kind for column in dataset.columns for name in column.names}
    names |= {fold(name): MEASURE for name in MEASURE_NAMES} | {fold(name): VALUE for name in VALUE_NAMES}
    names |= {fold(name): IGNORED for name in dataset.ignored}
    if dataset.fields:
        return {fold(name): one.id for one in dataset.fields for name in one.names}
    return names | {fold(name): measure.id for measure in dataset.measures for name in (measure.id, measure.label)}


def known_names(header: Sequence[str], datasets: Mapping[str, Dataset]) -> int:
    """How many names of a header some dataset knows: tells a header, and its delimiter, from other text."""
    cells = {fold(cell) for cell in header}
    return max(len({names[cell] for cell in cells if cell in names}) for names in map(roles_of, datasets.values()))


def plan(header: Sequence[str], datasets: Mapping[str, Dataset], said: Iterable[str] = ()) -> Plan | None:
    """The dataset and layout that fit this header best, or None when no column is known at all.

    said: what stands in the column of measures (`names_measures`): it decides where a header fits more than one.
    """
    plans = [_plan(header, dataset) for dataset in datasets.values()]
    named = {fold(text) for text in said}
    best = max(
        plans, key=lambda one: (_fit(one), one.dataset.id in header, len(named & measure_names(one.dataset)))
    )
    return best if any(best.roles) else None


def names_measures(name: str) -> bool:
    """True for the column that says of which measure a row is, in the long layout."""
    return fold(name) in map(fold, MEASURE_NAMES)


@cache
def measure_names(dataset: Dataset) -> frozenset[str]:
    """Every folded name of its measures."""
    return frozenset(fold(name) for measure in dataset.measures for name in (measure.id, measure.label))


def _plan(header: Sequence[str], dataset: Dataset) -> Plan:
    names = roles_of(dataset)
    roles = tuple(names.get(fold(cell)) for cell in header)
    layout: Layout = "long" if MEASURE in roles or VALUE in roles else "wide"
    measures = {measure.id for measure in dataset.measures}
    if layout == "long":
        roles = tuple(None if role in measures else role for role in roles)
    return Plan(dataset, layout, roles)


def _fit(one: Plan) -> tuple[int, int, int]:
    """What is there counts before what is not: a file that lacks columns is told what it lacks of what it is."""
    known = {role for role in one.roles if role not in (None, IGNORED)}
    return len(known), -len(missing(one)), -sum(role is None for role in one.roles)


def missing(one: Plan) -> list[str]:
    """The names of the declared columns that the table lacks."""
    absent = [column.name for column in one.dataset.columns if column.kind not in one.roles]
    absent += [field.name for field in one.dataset.fields if field.required and field.id not in one.roles]
    if one.layout == "long":
        absent += [name for role, name in ((MEASURE, "maat"), (VALUE, "waarde")) if role not in one.roles]
        return absent
    measures = one.dataset.measures
    lacking = [measure for measure in measures if measure.id not in one.roles]
    if one.dataset.all_measures_required or len(lacking) == len(measures):
        absent += [measure.id for measure in lacking if not measure.required_since]
    return absent


def missing_since(one: Plan, codes: Sequence[str]) -> list[tuple[str, str]]:
    """The measures that the table lacks though they are required in its periods (`codes`), and since when."""
    if one.layout == "long" or not one.dataset.all_measures_required:
        return []
    return [
        (measure.id, measure.required_since)
        for measure in one.dataset.measures
        if measure.required_since
        and measure.id not in one.roles
        and any(parse(code).end >= parse(measure.required_since).start for code in codes)
    ]


def problems(one: Plan, header: Sequence[str], labels: Sequence[str], sheet: str, row: int) -> list[Problem]:
    """Missing, undeclared and doubled columns, each named."""
    found: list[Problem] = []
    absent = missing(one)
    if absent:
        text = say("import.missing_columns", names=listing(absent), dataset=one.dataset.id)
        found.append(Problem("error", sheet, row, "", text))
    declared = say("import.declared_columns", names=listing(expected(one)))
    for number, role in enumerate(one.roles):
        column = shown(header[number], number, labels[number])
        if role is None:
            key = "import.undeclared_column" if header[number].strip() else "import.nameless_column"
            found.append(Problem("error", sheet, row, column, say(key, declared=declared)))
        elif role != IGNORED and role in one.roles[:number]:
            found.append(Problem("error", sheet, row, column, say("import.doubled_column")))
    return found


def expected(one: Plan) -> list[str]:
    """The names of the columns that this dataset and layout may have."""
    keys = [column.name for column in one.dataset.columns] + [field.name for field in one.dataset.fields]
    rest = ["maat", "waarde"] if one.layout == "long" else [measure.id for measure in one.dataset.measures]
    return keys + rest


def shown(name: str, number: int, label: str = "") -> str:
    """A column's (or sheet's) name as a report may show it: what can be a cell, or a person, is named by its place.

    Only letters, digits and a few signs pass, at most 40 of them: a name cannot bring markup or a formula.
    """
    plain = " ".join("".join(c if c.isalnum() or c in " _-()/." else " " for c in label or name).split())
    if not plain or len(plain) > 40 or _LOOKS_LIKE_A_CELL.search(name) or not known_words.are_known(name):
        letter = label.removeprefix(name) if label.startswith(name) else ""
        return say("import.column_number", number=number + 1) + letter
    return plain
