"""How much is withheld per table: counted from the published figures alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sdw.dissemination.blocks import plain
from sdw.dissemination.figures import protection
from sdw.dissemination.ui.pages.methodology import protection as shown
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.indicators.model import TOTAL
from sdw.reference import plan
from sdw.reference.status import Status
from sdw.text.dutch import number, say
from tests.worlds.shared import Shared


@pytest.fixture(name="edition", scope="module")
def _edition(shared: Shared) -> Edition:
    return shared.edition("examples")


@pytest.fixture(scope="module")
def with_rates(shared: Shared) -> Edition:
    return shared.edition("outcomes")


def test_each_table_counts_the_cells_that_it_publishes(edition: Edition) -> None:
    [by_period, by_method, *_] = protection.counts(edition, plan.current())
    totals = [
        one
        for measure in ("beginstand", "gestart", "beeindigd", "eindstand", "uitgevoerd", "duurzaam_geplaatst")
        for one in figures.select(edition, measure, method=TOTAL, client_group=TOTAL)
        if one.status.has_value or one.status is Status.SUPPRESSED
    ]
    assert len(by_period.keys) == len(totals)
    assert by_period.hidden == sum(one.status is Status.SUPPRESSED for one in totals)
    assert {key[0] for key in by_method.keys} == {"gestart", "duurzaam_geplaatst"}
    assert TOTAL not in {key[3] for key in by_method.keys}


def test_the_part_that_is_seen_falls_as_more_is_withheld(edition: Edition) -> None:
    for table in protection.counts(edition, plan.current()):
        assert table.seen is not None
        assert 0 < table.seen <= 1
        assert (table.seen < 1) >= (table.hidden > 0 and "regio" in table.title.lower())


def test_every_rate_is_in_one_table_as_shown_or_withheld(edition: Edition, with_rates: Edition) -> None:
    assert protection.rates(edition, plan.current()) == []
    tables = protection.rates(with_rates, plan.current())
    published = [one for name in ("werk_12u", "werk_1u") for one in figures.select(with_rates, name)]
    assert sum(table.shown for table in tables) == sum(one.value is not None for one in published) > 0
    assert sum(table.hidden for table in tables) == sum(one.status is Status.SUPPRESSED for one in published) > 0
    assert [table.old for table in tables] == [0, 0, 0]


@pytest.mark.parametrize("fact", ["outcome_kept", "outcome_lost"])
def test_no_proof_is_claimed_where_an_old_percentage_stays(edition: Edition, fact: str) -> None:
    proof = say("page.verantwoording.privacy.proven")
    assert proof in _told(edition)
    facts = tuple({**dict(edition.manifest), fact: "1"}.items())
    assert proof not in _told(replace(edition, manifest=facts))


def _told(edition: Edition) -> str:
    return "\n".join(line for block in shown.blocks(edition) for line in plain.lines(block))


def test_the_reasons_add_up_to_what_the_tables_withhold(edition: Edition) -> None:
    every, withheld = protection.totals(edition)
    facts = {"hidden_primary": str(withheld - 3), "hidden_secondary": "6", "kept_old_value": "5"}
    told = dict(shown._protected(replace(edition, manifest=tuple({**dict(edition.manifest), **facts}.items()))))
    counts = [int(one.split(" ")[0].replace(".", "")) for one in told.values()]
    assert counts == [withheld - 3, 6, 2, 5]
    assert sum(counts[:3]) - counts[3] == withheld
    assert all(one.endswith(f"van {number(every)} aantallen") for one in told.values())
