"""Messages between the service and a worker over a stream socket: eight bytes of length, then a pickle.

Both ends are this program, on one machine, over a socket that has no name: that is what makes pickle safe here.
"""

import pickle
import socket
import struct
from typing import Any

LENGTH = struct.Struct("!Q")


def pack(message: object) -> bytes:
    """One message as bytes."""
    body = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    return LENGTH.pack(len(body)) + body


class Unpacker:
    """Collects bytes as they come and gives messages as they are complete."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, data: bytes) -> list[Any]:
        """The messages that `data` completes, usually none or one."""
        self._buffer += data
        messages = []
        while (message := self._take()) is not None:
            messages.append(pickle.loads(message))  # noqa: S301  # from our own worker; see the module's docstring
        return messages

    def _take(self) -> bytes | None:
        if len(self._buffer) < LENGTH.size:
            return None
        end = LENGTH.size + LENGTH.unpack_from(self._buffer)[0]
        if len(self._buffer) < end:
            return None
        body = bytes(self._buffer[LENGTH.size : end])
        del self._buffer[:end]
        return body


def receive(connection: socket.socket) -> Any:  # noqa: ANN401  # whatever was packed
    """Wait for one message. Raises EOFError when the other end is gone."""
    length = LENGTH.unpack(_exactly(connection, LENGTH.size))[0]
    return pickle.loads(_exactly(connection, length))  # noqa: S301  # from our own service; see the module's docstring


def _exactly(connection: socket.socket, count: int) -> bytes:
    buffer = bytearray()
    while len(buffer) < count:
        part = connection.recv(min(count - len(buffer), 1 << 20))
        if not part:
            raise EOFError("the service closed the socket")
        buffer += part
    return bytes(buffer)
