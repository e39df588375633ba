"""The answer of the scenario calculator as a file that a Dutch Excel opens with a double click."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from sdw.dissemination.exports import cells
from sdw.dissemination.exports.dutch_csv import BOM
from sdw.dissemination.figures.sentences.scenario import Line
from sdw.text.dutch import plain_number, say


def csv_of(lines: Sequence[Line], remarks: Sequence[str]) -> bytes:
    """One line per input and result (lowest, highest), then the remarks: sources and what it does not say."""
    target = io.StringIO()
    target.write(BOM)
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow(say(f"page.ips.scenario_head_{name}") for name in ("what", "lowest", "highest"))
    for name, low, high in lines:
        writer.writerow([cells.text(name), _number(low), _number(high)])
    when = say("page.ips.scenario_row_when")
    writer.writerow([say("page.ips.scenario_row_months"), when, when])
    writer.writerows([cells.text(remark), "", ""] for remark in remarks)
    return target.getvalue().encode()


def _number(value: float | None) -> str:
    return "" if value is None else plain_number(value, 0 if value == int(value) else 1)
