"""Stopping the dashboard: one signal, everything gone within seconds, the port free again."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
import websockets.sync.client
from streamlit.proto.BackMsg_pb2 import BackMsg

from tests.worlds.raw import STREAM, asked
from tests.worlds.server import ROOT, free_port
from tests.worlds.shared import Shared

IN_TIME = 5.0
STARTED = [sys.executable, "-m", "sdw", "start"]
#: As a person types it; what it installs is there already.
MADE = ["make", "-o", ".venv/.run", "run"]


@pytest.fixture(scope="module")
def store(shared: Shared, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy: a start adds what ships with this version to a store."""
    return shared.copy("one_region", tmp_path_factory.mktemp("stopping"))


@contextmanager
def running(command: Sequence[str], store: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """A process group of its own, once it answers; nothing of it is left behind."""
    process = subprocess.Popen(
        command, cwd=ROOT, env=os.environ | {"SDW_STORE": str(store)}, start_new_session=True
    )
    try:
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            with suppress(OSError):
                asked(port, "/_stcore/health")
                break
            time.sleep(0.1)
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def seconds_to_stop(process: subprocess.Popen[bytes], number: int, *, group: bool) -> float:
    before = time.monotonic()
    if group:
        os.killpg(process.pid, number)
    else:
        process.send_signal(number)
    process.wait(timeout=60)
    return time.monotonic() - before


def is_free(port: int) -> bool:
    with socket.socket() as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            line.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def others(group: int) -> list[str]:
    """Processes of this group that still run."""
    found = []
    for folder in Path("/proc").iterdir():
        with suppress(OSError, ValueError, IndexError):
            fields = (folder / "stat").read_text().rsplit(")", 1)[1].split()
            if int(fields[2]) == group and fields[0] != "Z":
                found.append((folder / "cmdline").read_text().replace("\0", " "))
    return found


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("made", [False, True], ids=["start", "make"])
def test_e3_a_signal_stops_everything_in_time_and_frees_the_port(store: Path, number: int, made: bool) -> None:
    port = free_port()
    command = [*MADE, f"PORT={port}"] if made else [*STARTED, "--port", str(port)]
    with (
        running(command, store, port) as process,
        socket.create_connection(("127.0.0.1", port)) as half,
        websockets.sync.client.connect(f"ws://127.0.0.1:{port}{STREAM}") as visit,
    ):
        # A visitor whose page is being made, and one who never ends a request.
        half.sendall(b"PUT /_stcore/upload_file/a/b HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99\r\n\r\n1")
        start = BackMsg()
        start.rerun_script.page_name = "gegevens"
        visit.send(start.SerializeToString())
        # Ctrl+C goes to all of a terminal, also to make.
        taken = seconds_to_stop(process, number, group=made and number == signal.SIGINT)
        while taken < IN_TIME and others(process.pid):
            time.sleep(0.1)
            taken += 0.1
        assert taken < IN_TIME
        assert others(process.pid) == []
        assert is_free(port)


def test_e3_a_port_in_use_is_told_in_dutch(store: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        command = [*STARTED, "--port", str(other.getsockname()[1])]
        refused = subprocess.run(
            command, cwd=ROOT, env=os.environ | {"SDW_STORE": str(store)}, capture_output=True, text=True
        )
    assert refused.returncode == 1
    assert refused.stderr.startswith("Poort ")
    assert "Traceback" not in refused.stderr
