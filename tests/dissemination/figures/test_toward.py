"""How far the nation is on the way to a target: with coverage, bounds and what is left in the same sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sdw.dissemination.figures.sentences import progress, toward
from sdw.reference.status import Status
from tests.worlds.figures import figure


@pytest.mark.parametrize(
    ("value", "delivered", "bounds", "told"),
    [
        (
            1408.0,
            (34, 35),
            (1408.0, 1549.0),
            "34 van de 35 regio's: ten minste 1.408 en hoogstens 1.549 mensen. "
            "Dat is ten minste 40% van het doel; nog hoogstens 2.092 mensen te gaan.",
        ),
        (
            1408.0,
            (20, 35),
            (1408.0, None),
            "20 van de 35 regio's: ten minste 1.408 mensen. Dat is ten minste 40% van het doel; "
            "nog hoogstens 2.092 mensen te gaan.",
        ),
        (
            3499.0,
            (35, 35),
            (None, None),
            "35 van de 35 regio's: 3.499 mensen. Dat is 99% van het doel; nog 1 mens te gaan.",
        ),
        (3500.0, (35, 35), (None, None), "35 van de 35 regio's: 3.500 mensen. Dat is 100% van het doel."),
        (
            3600.0,
            (34, 35),
            (3600.0, 3700.0),
            "34 van de 35 regio's: ten minste 3.600 en hoogstens 3.700 mensen. "
            "Dat is ten minste 102% van het doel.",
        ),
    ],
)
def test_what_is_missing_makes_everything_a_bound(
    value: float, delivered: tuple[int, int], bounds: tuple[float | None, float | None], told: str
) -> None:
    made = figure(value, region="NL", indicator="duurzaam_geplaatst", delivered=delivered)
    made = replace(made, bound_low=bounds[0], bound_high=bounds[1])
    assert toward.sentence(made) == f"Duurzaam aan het werk in 2025, {told}"


def test_the_ambition_is_no_target_and_an_example_says_so() -> None:
    made = figure(3650, region="NL", delivered=(35, 35), origin="voorbeeld")
    assert toward.sentence(made) == (
        "Gestarte trajecten in 2025 (voorbeeld), 35 van de 35 regio's: 3.650 trajecten. Dat is 104% van de ambitie."
    )
    hidden = figure(None, Status.SUPPRESSED, region="NL", delivered=(34, 35))
    assert toward.sentence(hidden) == ""
    assert toward.told(hidden) == "Gestarte trajecten in 2025: afgeschermd."
    assert toward.told(made) == toward.sentence(made)


def test_what_asks_for_attention_is_at_most_three_lines_and_none_where_no_rule_applies() -> None:
    every = progress.attention(
        ["Zeeland"], ["Twente"], ["Twente", "Drenthe"], "Doel: niet op koers (kans 2%).", True
    )
    assert len(every) == 3 and all(line.startswith("Voorbeeld. ") for line in every)
    assert "Zeeland" in every[0] and "Twente en Drenthe" in every[1] and "kans 2%" in every[2]
    (none,) = progress.attention([], ["Twente"], [], "")
    assert none.startswith("Niets")
