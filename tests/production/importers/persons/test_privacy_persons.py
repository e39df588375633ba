"""The person guard: no false alarm on counts, no miss on persons, and never a cell repeated."""

from __future__ import annotations

import random

import numpy as np
import pytest

from sdw.production.importers.engine import engine
from sdw.production.importers.persons import patterns, persons
from tests.worlds import persons as world


@pytest.mark.parametrize("seed", range(200))
def test_no_false_alarm_on_aggregated_files(seed: int) -> None:
    rng = random.Random(seed)
    data = world.context_file(rng) if seed % 5 == 4 else world.aggregated_file(rng)
    checked = engine.read(data, "telling.csv")
    assert not checked.persons
    assert checked.ok, checked.report.lines()


@pytest.mark.parametrize("seed", range(200))
def test_no_miss_on_files_with_persons_and_no_cell_repeated(seed: int) -> None:
    rng = random.Random(seed)
    data, secret = world.person_file(world.KINDS[seed % len(world.KINDS)], rng)
    checked = engine.read(data, "lijst.csv")
    assert not checked.ok
    assert checked.persons
    assert len(checked) == 0
    said = "\n".join([*checked.report.lines(), checked.report.to_csv()])
    assert not [cell for cell in secret if cell in said]


def test_the_refusal_names_the_column() -> None:
    rng = random.Random(1)
    rows = "\n".join(f"Twente;2025;ips;uwv;{world.bsn(rng)};1;1;1;1;1" for _ in range(20))
    header = (
        "regio;periode;methode;doelgroep;burgernummer;beginstand;gestart;beeindigd;eindstand;duurzaam_geplaatst"
    )
    checked = engine.read(f"{header}\n{rows}".encode(), "lijst.csv")
    assert [(finding.column, finding.kind) for finding in checked.persons][:1] == [("burgernummer", "bsn")]


def test_a_steward_may_let_a_file_pass_with_a_reason() -> None:
    by_chance = [str(number) for number in range(10_000_000, 10_000_400) if patterns.is_bsn(str(number))]
    rows = [f"Twente;{2000 + year};inwoners;{number}" for year, number in enumerate(by_chance)]
    data = "\n".join(["regio;jaar;maat;waarde", *rows]).encode()
    assert not engine.read(data, "telling.csv").ok
    passed = engine.read(data, "telling.csv", override="Nagekeken: dit zijn aantallen.")
    assert passed.ok and passed.persons and passed.override
    assert len(passed) == len(rows)


def test_one_in_eleven_numbers_passes_the_elfproef_so_a_share_decides() -> None:
    rng = random.Random(7)
    numbers = [str(rng.randint(100000000, 999999999)) for _ in range(500)]
    passing = sum(map(patterns.is_bsn, numbers))
    assert 20 < passing < 80
    column = persons.Column("waarde", "waarde", "measure", numbers, np.ones(500, int), 500)
    assert [finding.kind for finding in persons.inspect([column])] != ["bsn"]
    real = [world.bsn(rng) for _ in range(500)]
    column = persons.Column("waarde", "waarde", "measure", real, np.ones(500, int), 500)
    assert [finding.kind for finding in persons.inspect([column])] == ["bsn"]
