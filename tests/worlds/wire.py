"""A real server spoken to over its own websocket, without a browser: its messages, its CPU time, its open files."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120.0


@dataclass(frozen=True, slots=True)
class Server:
    """Where it listens, and its process."""

    port: int
    pid: int

    def cpu(self) -> float:
        """CPU seconds used so far (user and system), all threads."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def files(self) -> set[Path]:
        """The files it has open now."""
        found = set()
        for handle in Path(f"/proc/{self.pid}/fd").iterdir():
            with contextlib.suppress(OSError):  # closed meanwhile
                found.add(handle.readlink())
        return found


@contextlib.contextmanager
def served(store: Path, script: Path = ROOT / "dashboard.py") -> Iterator[Server]:
    """A Streamlit server that runs `script` with this store, and the settings of the product."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--server.port", str(port), "--server.address", "127.0.0.1"]
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(script), *options],
        cwd=ROOT,
        env=os.environ | {"SDW_STORE": str(store)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(port)
        yield Server(port, process.pid)
    finally:
        process.terminate()
        process.wait(20)


def _wait(port: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2).close()
            return
        time.sleep(0.1)
    raise TimeoutError("the server did not start")


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
