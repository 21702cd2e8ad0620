"""Where the broker of a test run comes from, when a Docker engine is there, away, or of no use."""

import json
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.broker import chosen_kind, container_address, docker_answers


class EngineWithoutImages(BaseHTTPRequestHandler):
    """A Docker engine that answers and can't run anything: no registry, no room."""

    def do_GET(self) -> None:
        """Version and ping are answered, everything else fails."""
        name = self.path.rpartition("/")[2]
        if name == "_ping":
            self._answer(200, b"OK", "text/plain")
        else:
            version = json.dumps({"ApiVersion": "1.47", "message": "no room"}).encode()
            self._answer(200 if name == "version" else 500, version, "application/json")

    def do_POST(self) -> None:
        """Nothing can be made."""
        self._answer(500, b'{"message": "no room"}', "application/json")

    def _answer(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An engine that answers where DOCKER_HOST says."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), EngineWithoutImages)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    monkeypatch.delenv("DATELINE_TEST_BOOTSTRAP_SERVERS", raising=False)
    monkeypatch.setenv("DOCKER_HOST", f"tcp://127.0.0.1:{server.server_port}")
    yield
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.usefixtures("engine")
def test_a_named_broker_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment decides, whatever else is there."""
    monkeypatch.setenv("DATELINE_TEST_BOOTSTRAP_SERVERS", "kafka:9092")
    assert chosen_kind() == "given"


@pytest.mark.usefixtures("engine")
def test_an_engine_that_answers_is_chosen() -> None:
    """Docker is next."""
    assert chosen_kind() == "docker"


def test_an_engine_that_is_away_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """An address where nobody listens is no engine, and finding out takes no time."""
    monkeypatch.delenv("DATELINE_TEST_BOOTSTRAP_SERVERS", raising=False)
    monkeypatch.setenv("DOCKER_HOST", "tcp://127.0.0.1:9")
    assert not docker_answers()
    assert chosen_kind() == "local"


@pytest.mark.usefixtures("engine")
def test_an_engine_that_cannot_run_kafka_leaves_it_to_the_jars() -> None:
    """There is a warning, and no container; the fixture then starts the local broker."""
    with ExitStack() as stack, pytest.warns(UserWarning, match="Docker can't run one"):
        assert container_address(stack) is None
