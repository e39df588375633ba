"""Real servers on a free port: the dashboard with a store of our own, or a page with nothing but the map."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tests.worlds.patience import LONG

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = {"executable_path": "/usr/bin/chromium", "args": ["--no-sandbox"]}
PATIENCE = LONG


@dataclass(frozen=True, slots=True)
class Server:
    """Where it listens, its process, and the file of what it writes."""

    port: int
    pid: int
    output: str = ""

    @property
    def address(self) -> str:
        """Without a slash at its end."""
        return f"http://127.0.0.1:{self.port}"

    def said(self) -> str:
        """All that it wrote so far."""
        return Path(self.output).read_text(encoding="utf-8", errors="replace")

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


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


@contextlib.contextmanager
def served(store: Path, script: Path = ROOT / "dashboard.py", **environment: str) -> Iterator[Server]:
    """A Streamlit server that runs `script` on this store, with the settings of the product."""
    settings = {"SDW_STORE": str(store), "PYTHONDONTWRITEBYTECODE": "1"} | environment
    with _running(script, ROOT, settings, {}) as server:
        yield server


@contextlib.contextmanager
def serving(store: Path, **environment: str) -> Iterator[str]:
    """The address of a dashboard that reads the editions in `store`; stopped at the end of the block."""
    with served(store, **environment) as server:
        yield server.address


@contextlib.contextmanager
def serving_map(folder: Path, base_path: str = "") -> Iterator[str]:
    """The address of the map's test page, served as the product serves its own: entry script beside `static/`."""
    (folder / "static").symlink_to(ROOT / "static")
    (folder / "app.py").write_text("from tests.worlds import map_app\nmap_app.page()\n", encoding="utf-8")
    options = {
        "server.headless": "true",
        "server.enableStaticServing": "true",
        "server.fileWatcherType": "none",
        "server.baseUrlPath": base_path,
        "browser.gatherUsageStats": "false",
    }
    settings = {"PYTHONPATH": str(ROOT)}
    with _running(folder / "app.py", folder, settings, options, base_path) as server:
        yield f"{server.address}/{base_path}".rstrip("/") + "/"


@contextlib.contextmanager
def _running(
    script: Path,
    folder: Path,
    environment: Mapping[str, str],
    options: Mapping[str, str],
    base_path: str = "",
) -> Iterator[Server]:
    port = free_port()
    told = {"server.port": str(port), "server.address": "127.0.0.1"} | options
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    command += [f"--{name}={value}" for name, value in told.items()]
    with tempfile.NamedTemporaryFile() as said:
        process = subprocess.Popen(command, cwd=folder, env=os.environ | environment, stdout=said, stderr=said)
        server = Server(port, process.pid, said.name)
        try:
            _wait_for(f"{server.address}/{base_path}".rstrip("/") + "/_stcore/health", process, said)
            yield server
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


def _wait_for(address: str, process: subprocess.Popen[bytes], said: IO[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if process.poll() is not None:
            said.seek(0)
            raise RuntimeError(
                f"the server stopped with code {process.returncode}: {said.read().decode()[-2000:]!r}"
            )
        try:
            with urllib.request.urlopen(address, timeout=60) as answer:
                if answer.status == 200:
                    return
        except OSError:  # not there yet, or just gone
            time.sleep(0.1)
    raise TimeoutError(f"no answer from {address} in {PATIENCE:.0f} s")
