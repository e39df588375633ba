"""Whether a process reaches out: a proxy that records, and a hook that writes down every address it turns to."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

#: Runs at the start of every Python process that has this folder on its path.
HOOK = """
import os, sys

def _told(event, arguments):
    if event not in ("socket.connect", "socket.sendto", "socket.getaddrinfo"):
        return
    address = arguments[1] if event != "socket.getaddrinfo" else arguments[:2]
    host = address[0] if isinstance(address, tuple) else address
    if str(host) not in ("127.0.0.1", "::1", "localhost", "None", "", "0.0.0.0"):
        with open(os.environ["SDW_TEST_REACHED"], "a") as file:
            file.write(f"{event} {address}\\n")

sys.addaudithook(_told)
"""


@dataclass(slots=True)
class Outside:
    """The environment for a process that is watched, and what was seen."""

    environment: dict[str, str]
    log: Path
    asked: list[str] = field(default_factory=list)

    def seen(self) -> list[str]:
        """First lines of requests to the proxy, and addresses elsewhere that the process turned to."""
        return self.asked + (self.log.read_text().splitlines() if self.log.exists() else [])


@contextmanager
def watched(folder: Path) -> Iterator[Outside]:
    """Everything that wants to go out meets a proxy that answers nothing of use."""
    (folder / "sitecustomize.py").write_text(HOOK)
    log = folder / "reached.txt"
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        address = f"http://127.0.0.1:{proxy.getsockname()[1]}"
        names = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy")
        settings = dict.fromkeys(names, address)
        settings |= {"NO_PROXY": "", "no_proxy": "", "PYTHONPATH": str(folder), "SDW_TEST_REACHED": str(log)}
        outside = Outside(settings, log)
        threading.Thread(target=_record, args=(proxy, outside.asked), daemon=True).start()
        yield outside


def _record(proxy: socket.socket, asked: list[str]) -> None:
    while True:
        try:
            line, _ = proxy.accept()
        except OSError:  # the end of the test
            return
        with line:
            asked.append(line.recv(4096).split(b"\r\n", 1)[0].decode("latin-1"))
            line.sendall(b"HTTP/1.1 503 Nobody\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
