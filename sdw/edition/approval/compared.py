"""What a concept shows differently from the last public edition, as it was laid before the parties: kept beside it.

Made once, when the concept is submitted (`ui/agreeing/differences.py`), so that all parties look at one list, and a
tick is about what stands there. `agreement/<label>.differences.json`; its digest is in the log.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from sdw.edition import editions, files, paths, seals
from sdw.edition.approval import access
from sdw.edition.editions import Edition
from sdw.text.errors import UserError

_ITEMS = re.compile(r"([0-9]{1,6})(?:-([0-9]{1,6}))?")


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is different. number: its place in the list, from 1. id: the same as long as it says the same.

    page: its name in the menu. region: a code, or '' where it is of no one region. title: of a drawing. old, new:
    the words of a text, or the address of a drawing; '' where the one edition does not have it. also: on so many
    other pages the same words are different in the same way.
    """

    number: int
    id: str
    kind: Literal["drawing", "text"]
    page: str
    region: str
    title: str
    old: str
    new: str
    also: int = 0


def before(edition: Edition) -> Edition | None:
    """The newest public edition of the same origin that is older than this one."""
    older = [one for one in editions.every() if not one.is_concept and one.order < edition.order]
    return next((one for one in older if one.fact("origin") == edition.fact("origin")), None)


def path_of(label: str) -> Path:
    """Where the list of an edition is."""
    return paths.agreement_folder() / f"{label}.differences.json"


def keep(label: str, older: str, found: Sequence[Difference]) -> str:
    """Keep the list; returns its digest. older: the edition that it is against, '' for none."""
    told = {"against": older, "differences": [asdict(one) for one in found]}
    path = path_of(label)
    files.write(path, (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode())
    path.chmod(0o600)
    return seals.digest(path)


def of(label: str, digest: str) -> tuple[str, tuple[Difference, ...]]:
    """The edition that it is against and the list, for who may read the concept.

    Raises:
        UserError: who asks may not, or the list is not the one that was laid before the parties.
    """
    path = path_of(label)
    if not access.may_read(label) or not path.is_file():
        raise UserError("approval.no_differences", label=label[:40])
    if seals.digest(path) != digest:
        raise UserError("approval.changed_log", name=path.name)
    told = json.loads(path.read_text(encoding="utf-8"))
    return told["against"], tuple(Difference(**one) for one in told["differences"])


def chosen(found: Iterable[Difference], text: str) -> list[Difference]:
    """Those that are named: 'alles', or numbers and ranges such as '1,4-7'.

    Raises:
        UserError: it is no such list, or names what is not there.
    """
    known = {one.number: one for one in found}
    if text.strip().casefold() == "alles":
        return list(known.values())
    try:
        numbers = [number for part in text.split(",") for number in _range(part)]
        return [known[number] for number in dict.fromkeys(numbers)]
    except (ValueError, KeyError) as error:
        raise UserError("approval.no_items", text=text[:40], count=len(known)) from error


def _range(part: str) -> range:
    found = _ITEMS.fullmatch(part.strip())
    if found is None:
        raise ValueError(part)
    return range(int(found[1]), int(found[2] or found[1]) + 1)
