"""`python -m benchmarks.claims_simulated`: how often the claim check supports what is false, in simulated worlds.

Writes `data/reference/claims_simulated.csv` and prints the table of docs/methods.md. Seeded: the same every time,
and a test does parts of it again.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Sequence

from sdw.dissemination.figures.claims.model import Form, Verdict
from sdw.reference.tables import DATA
from tests.worlds import claims

WORLDS = 1000
FILE = "reference/claims_simulated.csv"
HEAD = ("form", "noise", "claim", "true", "drawn", *(one.value for one in Verdict if one is not Verdict.UNCLEAR))
#: Forms in the words of the table.
_NAMES = {
    Form.GROWS: "a region grows",
    Form.REACHES: "a region reaches its target",
    Form.NATION_REACHES: "the nation has reached its target",
    Form.IPS_BETTER: "more of the people with IPS work",
    Form.ABOVE: "a region is above another",
    Form.ABSENCE_RISES: "absence rises",
}


def main() -> None:
    """Write the file, and print the table."""
    found = rows()
    (DATA / FILE).write_text(text(found), encoding="utf-8", newline="")
    sys.stdout.write(table(found))


def rows(worlds: int = WORLDS) -> list[dict[str, str]]:
    """A row for each claim in each kind of noise: its truth, and how often each answer was given."""
    return [
        {
            "form": form.value,
            "noise": noise.id,
            "claim": one.case.name,
            "true": str(int(one.case.is_true)),
            "drawn": str(worlds),
            **{
                answer.value: str(one.answers.get(answer, 0)) for answer in Verdict if answer is not Verdict.UNCLEAR
            },
        }
        for form in claims.CASES
        for noise in claims.NOISES
        for one in claims.tallies(form, noise, worlds)
    ]


def text(found: Sequence[dict[str, str]]) -> str:
    """The rows as the file holds them."""
    told = io.StringIO()
    writer = csv.DictWriter(told, HEAD, delimiter=";", lineterminator="\n")
    writer.writeheader()
    writer.writerows(found)
    return told.getvalue()


def table(found: Sequence[dict[str, str]]) -> str:
    """The rows as docs/methods.md holds them: per form the worst false claim in each noise, and true ones."""
    lines = [
        "| form | false: supported, at most | true: contradicted, at most | true: supported |",
        "|---|---|---|---|",
    ]
    for form in claims.CASES:
        mine = [row for row in found if row["form"] == form.value]
        false = [_most(mine, noise, is_true=False, answer=Verdict.SUPPORTED) for noise in claims.NOISES]
        wrong = [_most(mine, noise, is_true=True, answer=Verdict.CONTRADICTED) for noise in claims.NOISES]
        right = [_percent(row, Verdict.SUPPORTED) for row in mine if row["true"] == "1"]
        told = (" / ".join(f"{one:.1f}%" for one in shares) for shares in (false, wrong))
        lines.append(f"| {_NAMES[form]} | {' | '.join(told)} | {min(right):.0f} to {max(right):.0f}% |")
    return "\n".join(lines) + "\n"


def _most(found: Sequence[dict[str, str]], noise: claims.Noise, *, is_true: bool, answer: Verdict) -> float:
    shown = [row for row in found if row["noise"] == noise.id and (row["true"] == "1") is is_true]
    return max(_percent(row, answer) for row in shown)


def _percent(row: dict[str, str], answer: Verdict) -> float:
    return 100 * int(row[answer.value]) / int(row["drawn"])


if __name__ == "__main__":
    main()
