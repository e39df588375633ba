"""What a choice asks of a connection: a real server, spoken to as a browser does."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator, Sequence

import pytest
import websockets
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from sdw.dissemination.ui.server import compression
from sdw.indicators import catalogue
from tests.worlds.server import Server, served
from tests.worlds.shared import Shared
from tests.worlds.wire import runs

#: The most bytes of one change, unpacked; the wire carries less than half of them. Doelen sends 35 regions
#: twice: bars with their counts, and the ledger; it compares both targets with a year earlier, and asks which
#: regions and against what, with the answers. Regiokaart says of each national figure over how many regions it
#: goes, has eight rows of real need since 2024, and says where the map as it is shown can be had.
#: Regio sends what is publicly known of another region, with the address of each source, where its running year is
#: expected to end, and the other regions that a reader may set beside it. Overzicht has its first screen in words
#: and drawings, and the table of them. On Regiokaart and Regio another year brings the points of need beside reach
#: and their table of 35 regions (4.5 kB); on Regiokaart also the two maps, whose words and addresses say year and
#: region (2 kB). Their maps tell a year earlier, the nation and both ends (0.7 kB).
#: Under every drawing and table stands how to take it along: 0.3 kB each. Another region on Regio brings two fans
#: and the words under them (2.5 kB). The menu names each of eleven pages.
MOST = {"overzicht": 13_200, "regiokaart": 21_200, "regio": 25_400, "doelen": 14_700}
CHANGES = {
    "overzicht": ({"periode": "2024"},),
    "regiokaart": ({"periode": "2024"}, {"regio": "Twente"}),
    "regio": ({"periode": "2024"}, {"regio": "Twente"}),
    "doelen": ({"periode": "2024"}, {"regio": "Twente"}),
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


def test_a_line_remembers_what_it_said(server: Server) -> None:
    """What a change sends is mostly what was sent before: the memory makes it three to five times lighter."""

    async def memory() -> tuple[int, bool]:
        address = f"ws://127.0.0.1:{server.port}/_stcore/stream"
        async with websockets.connect(address, subprotocols=["streamlit"]) as line:
            [deflate] = line.protocol.extensions
            return deflate.remote_max_window_bits, deflate.remote_no_context_takeover

    assert asyncio.run(memory()) == (compression.SENT, False)


BENEFITS = catalogue.by_id("bijstand_per_1000").label


def offers(messages: Sequence[ForwardMsg]) -> list[bool]:
    """Of each message about the filters: does it say what may be chosen?"""
    told = (message.delta.new_element.bidi_component for message in messages)
    return ["offered" in json.loads(one.json) for one in told if one.component_name == "sdw_filters"]


def test_what_may_be_chosen_travels_once(server: Server) -> None:
    assert offers(runs(server, "doelen")) == [True]
    assert offers(runs(server, "doelen", [{"regio": "Twente"}])) == [False]
    assert offers(runs(server, "doelen", [{"regio": "Twente"}, {"periode": "2024"}])) == [False]


def test_another_list_travels_when_there_is_one(server: Server) -> None:
    """The method that is chosen decides which client groups have figures."""
    assert offers(runs(server, "regiokaart", [{"indicator": BENEFITS}])) == [True]
