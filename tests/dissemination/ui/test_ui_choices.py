"""Any link gives a view that exists, and one sentence for each wish that could not be granted."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdw.dissemination.ui import menu
from sdw.dissemination.ui.view import choices
from sdw.edition import figures
from sdw.edition.editions import Edition
from tests.worlds.shared import Shared

MAP = menu.by_name("regiokaart")


@pytest.fixture(scope="module")
def edition(shared: Shared) -> Edition:
    return shared.edition("examples")


@pytest.fixture(scope="module")
def empty(shared: Shared) -> Edition:
    return shared.edition("empty")


def test_a_bare_link_shows_started_trajectories_in_the_newest_full_year(edition: Edition) -> None:
    chosen = choices.choose(edition, MAP, {})
    assert (chosen.view.indicator, chosen.view.period, chosen.view.region) == ("gestart", "2025", "")
    assert chosen.notes == ()


def test_a_link_in_peoples_words_is_understood(edition: Edition) -> None:
    wanted = {"periode": "1e halfjaar 2025", "regio": "twente", "indicator": "duurzaam_geplaatst"}
    view = choices.choose(edition, MAP, wanted).view
    assert (view.period, view.region, view.indicator) == ("2025-H1", "AM05", "duurzaam_geplaatst")


@pytest.mark.parametrize(
    ("wanted", "field", "nearest"),
    [
        ({"periode": "2019"}, "period", "2023"),
        ({"periode": "2026-Q4"}, "period", "2026-H1"),
        ({"periode": "vorig jaar"}, "period", "2025"),
        ({"indicator": "winst"}, "indicator", "gestart"),
        ({"regio": "Amsterdamned"}, "region", ""),
        ({"methode": "hypnose"}, "method", "totaal"),
        ({"methode": "ips", "doelgroep": "uwv"}, "client_group", "totaal"),
        ({"methode": "ips", "periode": "2025-H1"}, "method", "totaal"),
    ],
)
def test_what_does_not_exist_gives_the_nearest_and_one_sentence(
    edition: Edition, wanted: dict[str, str], field: str, nearest: str
) -> None:
    chosen = choices.choose(edition, MAP, wanted)
    assert getattr(chosen.view, field) == nearest
    assert len(chosen.notes) == 1
    assert chosen.notes[0].endswith((".", "?"))


def test_filters_offer_only_what_the_edition_publishes_for_regions(edition: Edition) -> None:
    chosen = choices.choose(edition, MAP, {"methode": "ips"})
    assert chosen.options["methode"] == ("totaal", "ips", "jobcoaching", "werk_als_beste_zorg", "overig")
    assert chosen.options["doelgroep"] == ("totaal",)


def test_an_edition_without_trajectories_still_has_a_view(empty: Edition) -> None:
    for page in menu.ALL:
        view = choices.choose(empty, page, {"periode": "2025"}).view
        assert view.period in ("", *figures.period_codes(empty, view.indicator, regional=False))


texts = st.text(max_size=20) | st.sampled_from(
    ["2025", "2024-H2", "AM05", "ips", "uwv", "gestart", "inwoners", "Q"]
)


@settings(max_examples=150, deadline=None)
@given(wanted=st.dictionaries(st.sampled_from(choices.NAMES), texts), page=st.sampled_from(menu.ALL))
def test_whatever_a_link_holds_the_view_exists_and_is_stable(
    edition: Edition, wanted: dict[str, str], page: menu.Page
) -> None:
    chosen = choices.choose(edition, page, wanted)
    again = choices.choose(edition, page, chosen.in_url())
    assert again.view == chosen.view
    assert again.notes == ()
    for name, offered in chosen.options.items():
        assert (chosen.in_url()[name] or offered[0]) in offered


class TestSeveralAtOnce:
    def test_a_page_that_adds_up_keeps_what_is_published_in_its_own_order(self, edition: Edition) -> None:
        chosen = choices.choose(edition, menu.by_name("regio"), {"methode": "jobcoaching, IPS", "doelgroep": "uwv"})
        assert (chosen.view.methods, chosen.view.client_groups) == (("ips", "jobcoaching"), ("uwv",))
        assert chosen.in_url()["methode"] == "ips,jobcoaching"
        assert chosen.notes == ()

    def test_an_unknown_one_is_said_and_the_others_stay(self, edition: Edition) -> None:
        chosen = choices.choose(edition, menu.by_name("regio"), {"methode": "ips,toverij"})
        assert chosen.view.methods == ("ips",)
        assert len(chosen.notes) == 1

    def test_a_page_that_does_not_add_up_shows_the_total_and_says_where_it_can(self, edition: Edition) -> None:
        chosen = choices.choose(edition, menu.by_name("regiokaart"), {"methode": "ips,jobcoaching"})
        assert chosen.view.method == "totaal"
        assert "Regio" in " ".join(chosen.notes)
