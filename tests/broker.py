"""A pytest plugin: the broker that integration tests use, and brokers of their own for those that break them.

DATELINE_TEST_BOOTSTRAP_SERVERS names a broker; else testcontainers starts one where a Docker engine answers; else
services/kafka/local.py does. The header of the run says which.
"""

import os
import re
import uuid
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from services.kafka.jars import kafka_version
from services.kafka.jars_progress import kafka_jars
from services.kafka.local import LocalBroker
from services.kafka.server_properties import SINGLE_NODE

_VARIABLE = "DATELINE_TEST_BOOTSTRAP_SERVERS"
_KIND = pytest.StashKey[str]()


@dataclass(frozen=True)
class TestBroker:
    """The broker that all integration tests of a run share; topics and groups keep them apart."""

    __test__ = False  # its name isn't a test's

    bootstrap_servers: str
    kind: str


def docker_answers() -> bool:
    """Whether a Docker engine can be reached; false at once where none is installed."""
    if not (os.environ.get("DOCKER_HOST") or Path("/var/run/docker.sock").exists()):
        return False
    import docker  # noqa: PLC0415  # a tenth of a second that most machines can save

    try:
        with closing(docker.from_env(timeout=2)) as client:
            return bool(client.ping())
    except (docker.errors.DockerException, OSError):
        return False


def chosen_kind() -> str:
    """Where the shared broker will come from: given, docker or local."""
    if os.environ.get(_VARIABLE):
        return "given"
    return "docker" if docker_answers() else "local"


def pytest_report_header(config: pytest.Config) -> str:
    """Say which broker the integration tests will use."""
    kind = chosen_kind()
    config.stash[_KIND] = kind
    says = {
        "given": f"the one at {os.environ.get(_VARIABLE)} ({_VARIABLE})",
        "docker": "in Docker, through testcontainers",
        "local": f"Apache Kafka {kafka_version()} on this machine, from jars (no Docker engine answers)",
    }
    return f"kafka: {says[kind]}"


@pytest.fixture(scope="session")
def broker(request: pytest.FixtureRequest) -> Iterator[TestBroker]:
    """The shared broker of this run; started by the first test that asks, gone with the run."""
    kind = request.config.stash.get(_KIND, None) or chosen_kind()
    if kind == "given":
        yield TestBroker(os.environ[_VARIABLE], kind)
        return
    with ExitStack() as stack:
        if kind == "docker" and (address := container_address(stack)):
            yield TestBroker(address, kind)
            return
        # Fetching the jars the first time takes a while: show it, whatever pytest captures.
        with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
            kafka_jars()
        yield TestBroker(stack.enter_context(LocalBroker()).bootstrap_servers, "local")


def container_address(stack: ExitStack) -> str | None:
    """The address of Kafka in a container, with a local broker's properties; none where it can't run (no registry)."""
    import docker  # noqa: PLC0415  # only where an engine answers
    from testcontainers.community.kafka import KafkaContainer  # noqa: PLC0415  # the same

    container = KafkaContainer().with_kraft()
    for name, value in SINGLE_NODE.items():
        container.with_env(f"KAFKA_{name.upper().replace('.', '_')}", value)
    try:
        stack.enter_context(container)
    except (docker.errors.DockerException, OSError, TimeoutError) as error:
        warnings.warn(f"a local broker, because Docker can't run one: {error}", stacklevel=2)
        return None
    return str(container.get_bootstrap_server())


@pytest.fixture
def unique_name(request: pytest.FixtureRequest) -> str:
    """A name for topics and groups that no other test and no other run uses; says whose it is."""
    test = re.sub(r"[^A-Za-z0-9]+", "-", request.node.name).strip("-")[:60]
    return f"{test}-{uuid.uuid4().hex[:8]}"


@pytest.fixture
def own_broker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., LocalBroker]]:
    """Makes local brokers (arguments of LocalBroker) for tests that kill or restart theirs; ended after the test."""
    with ExitStack() as stack:

        def start(**arguments: Any) -> LocalBroker:  # noqa: ANN401  # whatever LocalBroker takes
            folder = tmp_path_factory.mktemp("kafka", numbered=True)
            return stack.enter_context(LocalBroker(folder, **arguments))

        yield start
