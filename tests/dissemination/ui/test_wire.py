"""What a choice asks of a connection: a real server, spoken to as a browser does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.worlds.server import Server, served
from tests.worlds.shared import Shared
from tests.worlds.wire import runs

#: The most bytes of one change, unpacked; the wire carries less than half of them. Doelen sends 35 regions
#: twice: bars with their counts, and the ledger; and it compares both targets with a year earlier. Regiokaart says
#: of each national figure over how many regions it goes, and has eight rows of real need since 2024.
#: Regio sends what is publicly known of another region, with the address of each source.
MOST = {"overzicht": 10_000, "regiokaart": 11_000, "regio": 10_700, "doelen": 11_500}
CHANGES = {
    "overzicht": ({"kies_periode": "2024"},),
    "regiokaart": ({"kies_periode": "2024"}, {"kies_regio": "Twente"}),
    "regio": ({"kies_periode": "2024"}, {"kies_regio": "Twente"}),
    "doelen": ({"kies_periode": "2024"}, {"kies_regio": "Twente"}),
}


@pytest.fixture(scope="module")
def server(shared: Shared) -> Iterator[Server]:
    with served(shared("examples")) as running:
        yield running


@pytest.mark.parametrize("page", list(CHANGES))
def test_a_change_is_light_on_the_wire(server: Server, page: str) -> None:
    for change in CHANGES[page]:
        assert sum(message.ByteSize() for message in runs(server, page, [change])) <= MOST[page], change


@pytest.mark.parametrize("page", list(CHANGES))
def test_the_same_page_again_sends_no_figures_again(server: Server, page: str) -> None:
    again = runs(server, page, [{}, {}])
    assert not [message for message in again if message.metadata.cacheable]


def test_a_choice_of_the_visitor_is_not_said_back(server: Server) -> None:
    there = [message.delta.new_element.selectbox for message in runs(server, "doelen", [{"kies_regio": "Twente"}])]
    assert not [choice for choice in there if choice.set_value]
