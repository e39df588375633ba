"""A dashboard spoken to over its own websocket, without a browser: the messages of a visit."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence

import websockets
from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.worlds.server import PATIENCE, Server


def runs(
    server: Server, page: str, changes: Sequence[dict[str, str]] = (), query: str = "", cookie: str = ""
) -> list[ForwardMsg]:
    """One visit: open `page`, then run it again for each of `changes` (name of a filter → the words chosen).

    Returns the messages of the last run. As the browser does, it tells which messages it still has, so
    that those are not sent again.
    """
    return asyncio.run(_runs(server, page, changes, query, cookie))


async def _runs(
    server: Server, page: str, changes: Sequence[dict[str, str]], query: str, cookie: str
) -> list[ForwardMsg]:
    known: set[str] = set()
    filters = Filters()
    answer: list[ForwardMsg] = []
    address = f"ws://127.0.0.1:{server.port}/_stcore/stream"
    shown = {"Cookie": cookie} if cookie else {}
    async with websockets.connect(
        address, subprotocols=["streamlit"], max_size=None, additional_headers=shown
    ) as line:
        for change in ({}, *changes):
            message = BackMsg()
            message.rerun_script.query_string = query
            message.rerun_script.page_name = page
            message.rerun_script.cached_message_hashes.extend(known)
            if change:
                told = filters.told(change)
                message.rerun_script.widget_states.widgets.add(id=filters.id, json_value="{}")
                message.rerun_script.widget_states.widgets.add(id=filters.events, json_trigger_value=told)
            await line.send(message.SerializeToString())
            answer = await _answer(line)
            known |= {one.hash for one in answer if one.metadata.cacheable}
            filters.hear(answer)
    return answer


class Filters:
    """The filters of a page, as the browser has them: what may be chosen, and where a choice is sent."""

    def __init__(self) -> None:
        self.id = self.events = ""
        self._codes: dict[tuple[str, str], str] = {}

    def hear(self, messages: Sequence[ForwardMsg]) -> None:
        """What these messages say of the filters; nothing where they do not."""
        for message in messages:
            element = message.delta.new_element.bidi_component
            if element.component_name == "sdw_filters":
                self.id, self.events = element.id, _make_trigger_id(element.id, "events")
                for name, _, answers in json.loads(element.json).get("offered", ()):
                    self._codes |= {(name, words): code for code, words, _ in answers}

    def told(self, change: dict[str, str]) -> str:
        """A choice (name → words), as the browser sends it."""
        [(name, words)] = change.items()
        return json.dumps([{"event": "choice", "value": {"name": name, "code": self._codes[name, words]}}])


async def _answer(line: websockets.ClientConnection) -> list[ForwardMsg]:
    found: list[ForwardMsg] = []
    while not found or found[-1].WhichOneof("type") != "script_finished":
        message = ForwardMsg()
        message.ParseFromString(await asyncio.wait_for(line.recv(), PATIENCE))
        found.append(message)
    return found


def html(messages: Sequence[ForwardMsg]) -> str:
    """All HTML among the messages."""
    return " ".join(message.delta.new_element.html.body for message in messages)
