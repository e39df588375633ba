"""A dashboard spoken to over its own websocket, without a browser: the messages of a visit."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.worlds.server import PATIENCE, Server


def runs(server: Server, page: str, changes: Sequence[dict[str, str]] = (), query: str = "") -> list[ForwardMsg]:
    """One visit: open `page`, then run it again for each of `changes` (key of a filter → the words chosen).

    Returns the messages of the last run. As the browser does, it tells which messages it still has, so
    that those are not sent again.
    """
    return asyncio.run(_runs(server, page, changes, query))


async def _runs(server: Server, page: str, changes: Sequence[dict[str, str]], query: str) -> list[ForwardMsg]:
    known: set[str] = set()
    filters: dict[str, str] = {}
    answer: list[ForwardMsg] = []
    address = f"ws://127.0.0.1:{server.port}/_stcore/stream"
    async with websockets.connect(address, subprotocols=["streamlit"], max_size=None) as line:
        for change in ({}, *changes):
            message = BackMsg()
            message.rerun_script.query_string = query
            message.rerun_script.page_name = page
            message.rerun_script.cached_message_hashes.extend(known)
            for key, words in change.items():
                message.rerun_script.widget_states.widgets.add(id=filters[key], string_value=words)
            await line.send(message.SerializeToString())
            answer = await _answer(line)
            known |= {one.hash for one in answer if one.metadata.cacheable}
            filters |= dict(_filters(answer))
    return answer


def _filters(messages: Sequence[ForwardMsg]) -> Iterator[tuple[str, str]]:
    """The key and the number of every choice on the page."""
    for message in messages:
        if message.delta.new_element.WhichOneof("type") == "selectbox":
            name = message.delta.new_element.selectbox.id
            yield name.rsplit("-", 1)[-1], name


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
