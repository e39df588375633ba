"""Draws `docs/images/house.svg` from the imports themselves, so that the picture cannot lie.

`python -m docs.picture`. A test compares the stored picture with a new one.
"""

from __future__ import annotations

import ast
from collections import Counter
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / "docs" / "images" / "house.svg"

#: Room → its place: column and width (in twelfths), row. Rooms with a slash lie in a wing.
_WINGS = {
    "production": (0, 6, "private wing: from delivered file to edition"),
    "dissemination": (6, 6, "public wing: from edition to reader"),
}
_ROOMS: dict[str, tuple[float, float, int]] = {
    "production/steward": (0.2, 5.6, 0),
    "production/publishing": (0.2, 5.6, 1),
    "production/store": (0.2, 2.7, 2),
    "production/importers": (3.1, 2.7, 2),
    "dissemination/ui": (6.2, 3.1, 0),
    "dissemination/attack": (9.5, 2.3, 0),
    "dissemination/exports": (6.2, 2.7, 1),
    "dissemination/blocks": (9.1, 2.7, 1),
    "dissemination/charts": (6.2, 2.7, 2),
    "dissemination/figures": (9.1, 2.7, 2),
    "edition": (3, 3, 3),
    "exchange": (6.2, 3, 3),
    "indicators": (0, 12, 4),
    "disclosure": (0, 5.9, 5),
    "statistics": (6.1, 5.9, 5),
    "reference": (0, 12, 6),
    "text": (0, 12, 7),
}
#: What every room may use.
_FOR_ALL = ("reference", "text")
_UNIT, _HIGH, _TOP, _GAP = 80, 58, 36, 26
_SAYS = {
    "edition": "the door: one immutable file",
    "exchange": "a file, and what is read of it",
    "production/importers": "files → checked observations",
    "production/store": "the private DuckDB",
    "production/publishing": "totals → prior editions → suppression → rates → rows",
    "production/steward": "commands",
    "dissemination/ui": "pages: all that knows Streamlit",
    "dissemination/attack": "the burglar: public only",
    "dissemination/exports": "files out",
    "dissemination/blocks": "what a page says, as data",
    "dissemination/charts": "figures in, drawing out",
    "dissemination/figures": "an edition asked; sentences",
    "indicators": "what is measured, declared once",
    "disclosure": "which cells to hide, and proofs",
    "statistics": "intervals, funnel, meta-analysis",
    "reference": "what is fixed: regions, periods, deliveries, targets, sources",
    "text": "every Dutch word and number",
}


def imports() -> Counter[tuple[str, str]]:
    """(room, room that it uses) → in how many places."""
    found: Counter[tuple[str, str]] = Counter()
    for path in sorted((ROOT / "sdw").rglob("*.py")):
        mine = _room(path.relative_to(ROOT / "sdw").with_suffix("").parts)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sdw."):
                parts = str(node.module).split(".")[1:]
                names = [[*parts, name.name] for name in node.names] if len(parts) == 1 else [parts]
                for one in names:
                    other = _room(tuple(one))
                    if mine and other and mine != other:
                        found[mine, other] += 1
    return found


def _room(parts: tuple[str, ...]) -> str:
    name = "/".join(parts[:2]) if parts[0] in _WINGS and len(parts) > 1 else parts[0]
    return name if name in _ROOMS else ""


def drawn() -> str:
    """The picture: rooms as boxes, and under each name which rooms it uses."""
    used = imports()
    width, height = 12 * _UNIT + 20, _TOP + 8 * (_HIGH + _GAP)
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" '
        'font-size="12" role="img">',
        "<title>The house: two wings, one door, a cellar; every import goes down</title>",
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
    ]
    for left, wide, words in _WINGS.values():
        high = 3 * (_HIGH + _GAP) + 12
        box = f'x="{10 + left * _UNIT}" y="6" width="{wide * _UNIT - 6}" height="{high}"'
        out.append(f'<rect {box} fill="#f3f1ec" stroke="#8a8577"/>')
        out.append(f'<text x="{20 + left * _UNIT}" y="24" fill="#4a463c">{escape(words)}</text>')
    for room, (left, wide, row) in _ROOMS.items():
        x, y = 10 + left * _UNIT, _TOP + row * (_HIGH + _GAP)
        below = sorted(other.rpartition("/")[2] for one, other in used if one == room and other not in _FOR_ALL)
        fill = "#fde9c8" if room in ("edition", "exchange") else "#ffffff"
        out.append(
            f'<rect x="{x:g}" y="{y}" width="{wide * _UNIT - 6:g}" height="{_HIGH}" fill="{fill}" stroke="#333"/>'
        )
        name = room.rpartition("/")[2]
        lines = [(name, "700"), (_SAYS[room], "400")]
        out += [
            f'<text x="{x + 8:g}" y="{y + 17 + 16 * number}" font-weight="{weight}">{escape(line)}</text>'
            for number, (line, weight) in enumerate(lines)
        ]
        if below:
            told = "uses " + ", ".join(below)
            out.append(
                f'<text x="{x + 8:g}" y="{y + 49}" font-size="9" fill="#555" textLength="{_fit(told, wide):g}" '
                f'lengthAdjust="spacingAndGlyphs">{escape(told)}</text>'
            )
    return "\n".join([*out, "</svg>"]) + "\n"


def _fit(told: str, wide: float) -> float:
    """As wide as the words are, and never wider than their box."""
    return min(len(told) * 4.6, wide * _UNIT - 24)


def main() -> None:
    """Draw it anew."""
    FILE.write_text(drawn(), encoding="utf-8")


if __name__ == "__main__":
    main()
