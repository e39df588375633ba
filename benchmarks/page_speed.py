"""What a page costs the server, and what it sends: measured on a real server over a real websocket.

The client speaks Streamlit's own protocol, so that nothing but the server is measured; the baseline
is an empty Streamlit page on the same server settings in the same run.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("overzicht", "regiokaart", "doelen", "ips", "regio", "gegevens", "verantwoording")
RUNS = 40


@dataclass(slots=True)
class Visit:
    """One browser session: the bytes of its first view, and of each rerun after it."""

    first: int = 0
    reruns: list[int] = field(default_factory=list)


@contextlib.contextmanager
def served(script: Path, store: Path) -> Iterator[tuple[int, int]]:
    """(port, process id) of a Streamlit server that runs `script` until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--server.port", str(port), "--server.headless", "true", "--server.address", "127.0.0.1"]
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(script), *options],
        cwd=ROOT,
        env=os.environ | {"SDW_STORE": str(store)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(port)
        yield port, server.pid
    finally:
        server.terminate()
        server.wait(10)


def _wait(port: int) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1).close()
            return
        time.sleep(0.1)
    raise TimeoutError("the server did not start")


def cpu_seconds(pid: int) -> float:
    """CPU time that a process has used so far (user and system), all threads."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def _visit(port: int, page: str, queries: list[str]) -> Visit:
    """Open `page` with the first query string, then run it again with each of the others."""
    visit = Visit()
    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    async with websockets.connect(address, subprotocols=["streamlit"], max_size=None, compression=None) as line:
        for number, query in enumerate(queries):
            message = BackMsg()
            message.rerun_script.query_string = query
            message.rerun_script.page_name = page
            await line.send(message.SerializeToString())
            size = await _answer(line)
            if number:
                visit.reruns.append(size)
            else:
                visit.first = size
    return visit


async def _answer(line: websockets.ClientConnection) -> int:
    size = 0
    while True:
        data = await asyncio.wait_for(line.recv(), 60)
        size += len(data)
        message = ForwardMsg()
        message.ParseFromString(data)
        if message.WhichOneof("type") == "script_finished":
            return size


def visit(port: int, page: str, queries: list[str]) -> Visit:
    """As `_visit`, from ordinary code."""
    return asyncio.run(_visit(port, page, queries))


def run_cost(port: int, pid: int, page: str, query: str = "") -> float:
    """CPU milliseconds of one warm run of a page: the median of five rounds."""
    visit(port, page, [query] * 5)
    rounds = []
    for _ in range(5):
        before = cpu_seconds(pid)
        visit(port, page, [query] * RUNS)
        rounds.append((cpu_seconds(pid) - before) / RUNS * 1000)
    return statistics.median(rounds)


def measure() -> list[tuple[str, float, str]]:
    """(what, figure, unit) for every page, against an empty page."""
    found: list[tuple[str, float, str]] = []
    with tempfile.TemporaryDirectory() as scratch:
        store = Path(scratch) / "store"
        build = [sys.executable, "-m", "sdw", "start", "--build-only"]
        begin = time.perf_counter()
        subprocess.run(build, cwd=ROOT, env=os.environ | {"SDW_STORE": str(store)}, check=True, capture_output=True)
        found.append(("first start: build the first edition", time.perf_counter() - begin, "s"))
        empty = Path(scratch) / "empty.py"
        empty.write_text("import streamlit as st\nst.write('leeg')\n")
        with served(empty, store) as (port, pid):
            baseline = run_cost(port, pid, "")
            found.append(("CPU per run, empty page", baseline, "ms"))
        with served(ROOT / "dashboard.py", store) as (port, pid):
            for page in PAGES:
                cost = run_cost(port, pid, page)
                found.append((f"CPU per run, {page}", cost, "ms"))
                found.append((f"  times an empty page, {page}", cost / baseline, "x"))
                seen = visit(port, page, ["", "regio=AM05", "regio=AM01", "regio=AM05"])
                found.append((f"  websocket, first view, {page}", seen.first / 1024, "KiB"))
                found.append((f"  websocket, per change, {page}", max(seen.reruns) / 1024, "KiB"))
    return found
