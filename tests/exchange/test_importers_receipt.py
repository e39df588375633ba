"""What a receipt says of periods: each of a few, runs of many."""

from __future__ import annotations

import pytest

from sdw.exchange.receipts import Receipt
from sdw.reference import periods


def _codes(first: str, count: int) -> list[str]:
    return [periods.parse(first).shifted(step).code for step in range(count)]


@pytest.mark.parametrize(
    ("codes", "said"),
    [
        (["2025-Q1", "2025-Q2"], "2025-Q1 en 2025-Q2,"),
        (_codes("1900-Q1", 476), "1900-Q1 tot en met 2018-Q4 (476 periodes),"),
        (
            _codes("2020-Q1", 4) + _codes("2022-Q1", 4),
            "2020-Q1 tot en met 2020-Q4 (4 periodes) en 2022-Q1 tot en met 2022-Q4 (4 periodes),",
        ),
        (_codes("2000", 40)[::2], "20 periodes tussen 2000 en 2038,"),
    ],
)
def test_a_receipt_names_few_periods_and_sums_up_many(codes: list[str], said: str) -> None:
    assert said in str(Receipt("AM05", tuple(codes), 5, 0, 10.0, (), 0))
