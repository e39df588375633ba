"""The websocket remembers what it said: a part that a page says again with one number changed costs a few bytes.

The web server gives each line a memory of 4 kB, less than one page. What comes after a choice is mostly what the
line said before, so with 32 kB a change is a third to a fifth on the wire. It costs some 110 kB more per visitor.
"""

from __future__ import annotations

from uvicorn.protocols.websockets import websockets_sansio_impl
from websockets.extensions.permessage_deflate import ServerPerMessageDeflateFactory

_FACTORY = "ServerPerMessageDeflateFactory"
#: Powers of two: the longest that RFC 7692 (7.1.2) allows for what we send; what a visitor sends is short.
SENT, RECEIVED = 15, 12


def remember() -> None:
    """Called once, before the first visit. uvicorn has no setting for it, and Streamlit makes its server itself.

    Raises:
        RuntimeError: uvicorn makes its lines in another way.
    """
    if not hasattr(websockets_sansio_impl, _FACTORY):
        raise RuntimeError(f"uvicorn no longer makes its lines with {_FACTORY}")

    def ours(**settings: object) -> ServerPerMessageDeflateFactory:
        """In place of uvicorn's settings."""
        return ServerPerMessageDeflateFactory(
            server_max_window_bits=SENT, client_max_window_bits=RECEIVED, compress_settings={"memLevel": 5}
        )

    setattr(websockets_sansio_impl, _FACTORY, ours)
