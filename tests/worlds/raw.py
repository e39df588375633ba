"""Requests as nobody's browser makes them: written by hand, over a socket."""

from __future__ import annotations

import os
import socket
import struct
from contextlib import closing, suppress
from dataclasses import dataclass

#: What a handshake of a websocket needs besides a host.
UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Protocol": "streamlit",
}
STREAM = "/_stcore/stream"
PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers with names in lower case, and what came after them."""

    status: int
    headers: dict[str, str]
    body: str


def asked(port: int, path: str, method: str = "GET", body: bytes = b"", **headers: str) -> Answer:
    """The answer to one request; `Host` is the address itself unless given; `_` in a name stands for `-`."""
    told = {"Host": f"127.0.0.1:{port}"} | {name.replace("_", "-"): value for name, value in headers.items()}
    return sent(port, path, method, body, told | ({"Content-Length": str(len(body))} if body else {}))


def handshake(port: int, path: str = STREAM, **headers: str) -> Answer:
    """The answer to a handshake of a websocket, with an `Origin` or another `Host`."""
    return sent(port, path, "GET", b"", UPGRADE | {"Host": f"127.0.0.1:{port}"} | headers)


def sent(port: int, path: str, method: str, body: bytes, headers: dict[str, str]) -> Answer:
    """Exactly this, and the answer up to its end; a websocket that opens is left at once."""
    ending = {} if "Upgrade" in headers else {"Connection": "close"}
    lines = "".join(f"{name}: {value}\r\n" for name, value in (headers | ending).items())
    with closing(socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)) as line:
        line.sendall(f"{method} {path} HTTP/1.1\r\n{lines}\r\n".encode("latin-1") + body)
        received = b""
        while b"\r\n\r\n" not in received or b" 101 " not in received.split(b"\r\n", 1)[0]:
            more = line.recv(65536)
            if not more:
                break
            received += more
    return _read(received)


def _read(received: bytes) -> Answer:
    head, _, body = received.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
    return Answer(int(first.split(" ")[1]), headers, body.decode("utf-8", "replace"))


def frame(opcode: int, data: bytes, *, masked: bool = True, final: bool = True) -> bytes:
    """One frame of a websocket (RFC 6455, 5.2), right or wrong as asked."""
    bit = 0x80 if masked else 0
    size = len(data)
    length = (
        struct.pack("!B", bit | size)
        if size < 126
        else struct.pack("!BH", bit | 126, size)
        if size < 65536
        else struct.pack("!BQ", bit | 127, size)
    )
    mask = os.urandom(4) if masked else b""
    covered = bytes(byte ^ mask[place % 4] for place, byte in enumerate(data)) if masked else data
    return bytes([(0x80 if final else 0) | opcode]) + length + mask + covered


def after_handshake(port: int, *frames: bytes, wait: float = 5.0) -> bytes:
    """Open a websocket, send these bytes, and return what comes until the server hangs up or waits for more."""
    headers = UPGRADE | {"Host": f"127.0.0.1:{port}"}
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    with closing(socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)) as line:
        line.sendall(f"GET {STREAM} HTTP/1.1\r\n{lines}\r\n".encode())
        received = line.recv(65536)
        for one in frames:
            line.sendall(one)
        # The first bytes of a page come whatever we sent; a frame that closes ends the talk.
        line.settimeout(wait)
        with suppress(TimeoutError):
            while b"\x88" not in received[received.index(b"\r\n\r\n") :] and (more := line.recv(65536)):
                received += more
    return received
