"""Whether something answers in Kafka's protocol at an address, without a client library or an event loop."""

import socket
import struct

_API_VERSIONS = 18
_CORRELATION = 7
# Size of what follows, API key, API version 0, correlation id, client id of length 8.
_REQUEST = struct.pack(">ihhih", 18, _API_VERSIONS, 0, _CORRELATION, 8) + b"dateline"
_RESPONSE = struct.Struct(">iih")


def answers(host: str, port: int, timeout: float = 1.0) -> bool:
    """Whether an ApiVersions request, the first of every client, is answered without error within `timeout` seconds.

    For plain listeners; the protocol allows this request before authentication.
    """
    try:
        with socket.create_connection((host, port), timeout) as connection:
            connection.settimeout(timeout)
            connection.sendall(_REQUEST)
            head = b""
            while len(head) < _RESPONSE.size:
                if not (more := connection.recv(_RESPONSE.size - len(head))):
                    return False
                head += more
    except OSError:
        return False
    _, correlation, error = _RESPONSE.unpack(head)
    return bool(correlation == _CORRELATION and error == 0)
