"""What goes between the caller and a reader: short messages, and larger things in memory that both can see.

A message is one packet of JSON; nothing that comes back is ever executed. A file, and tables of figures, lie in a
nameless piece of memory whose handle travels with the message. It can no longer shrink once it is handed over.
"""

from __future__ import annotations

import fcntl
import json
import mmap
import os
import socket
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

import pyarrow as pa

#: The longest message; what may be longer goes in memory.
_LONGEST = 64 * 1024

#: Where the tables start is a multiple of so many bytes: numbers that lie askew make Arrow complain on stderr.
_ALIGNED = 64

Message = dict[str, Any]


def pair() -> tuple[socket.socket, socket.socket]:
    """Two ends that keep messages apart."""
    return socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)


def send(to: socket.socket, message: Message, handles: Sequence[int] = ()) -> None:
    """Send one message with the handles of open things; those are closed here."""
    try:
        socket.send_fds(to, [json.dumps(message).encode()], list(handles))
    finally:
        for handle in handles:
            os.close(handle)


def receive(from_: socket.socket) -> tuple[Message, list[int]] | None:
    """The next message and its handles; None when the other end is gone."""
    with suppress(ConnectionError):
        data, handles, _, _ = socket.recv_fds(from_, _LONGEST, 4)
        if data:
            return json.loads(data), list(handles)
    return None


def in_memory(data: bytes) -> int:
    """The handle of memory that holds `data`."""
    handle = _memory()
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]
    return handle


def contents(handle: int) -> bytes:
    """What is in the memory of this handle; it is closed."""
    with os.fdopen(handle, "rb") as file:
        file.seek(0)
        return file.read()


def pack(facts: Message, tables: Mapping[str, pa.Table]) -> int:
    """The handle of memory that holds `facts` and `tables`."""
    handle = _memory()
    head = json.dumps(facts | {"tables": list(tables)}).encode()
    head += b" " * (-(8 + len(head)) % _ALIGNED)
    with os.fdopen(os.dup(handle), "wb") as file:
        file.write(len(head).to_bytes(8, "big") + head)
        for table in tables.values():
            with pa.ipc.new_stream(file, table.schema) as stream:
                stream.write_table(table)
    return handle


def unpack(handle: int) -> tuple[Message, dict[str, pa.Table]]:
    """What `pack` put there. The tables stay in that memory, and keep it; the handle is closed."""
    fcntl.fcntl(handle, fcntl.F_ADD_SEALS, fcntl.F_SEAL_SHRINK)
    seen = mmap.mmap(handle, 0, prot=mmap.PROT_READ)
    os.close(handle)
    whole = pa.py_buffer(seen)
    start = 8 + int.from_bytes(seen[:8], "big")
    facts = json.loads(seen[8:start])
    source = pa.BufferReader(whole.slice(start))
    return facts, {name: pa.ipc.open_stream(source).read_all() for name in facts.pop("tables")}


def _memory() -> int:
    return os.memfd_create("sdw", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
