"""The dashboard as a real server, on a free port, with a store of our own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = {"executable_path": "/usr/bin/chromium", "args": ["--no-sandbox"]}
PATIENCE = 60.0


@contextmanager
def serving(store: Path, **environment: str) -> Iterator[str]:
    """The address of a dashboard that reads the editions in `store`; stopped at the end of the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py"]
    command += ["--server.port", str(port), "--server.address", "127.0.0.1"]
    settings = os.environ | {"SDW_STORE": str(store), "PYTHONDONTWRITEBYTECODE": "1"} | environment
    with (store / "server.log").open("w", encoding="utf-8") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=settings, stdout=log, stderr=log)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(f"{address}/_stcore/health", process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the server stopped with code {process.returncode}")
        try:
            with urllib.request.urlopen(address, timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:  # not there yet, or just gone
            time.sleep(0.2)
    raise TimeoutError(f"no answer from {address} in {PATIENCE:.0f} s")
