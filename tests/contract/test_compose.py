"""docker-compose.yml, checked against the specification and against what it starts."""

import json
import re
from pathlib import Path
from typing import Any

import compose_spec
import pytest
import yaml
from typer.main import get_command

from services.cli.main import app
from services.enricher.settings import EnricherSettings
from services.kafka.jars import kafka_version
from services.kafka.settings import ConnectionSettings
from services.kafka.topics import TopicNames

ROOT = Path(__file__).parents[2]
JOBS = {"topics", "replay"}
"""Services that do one thing and end."""

Services = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def merged() -> dict[str, Any]:
    """The file as Docker Compose sees it with no variable set: defaults put in, YAML's merges done."""
    text = re.sub(r"\$\{\w+:-([^}]*)\}", r"\1", (ROOT / "docker-compose.yml").read_text("utf-8"))
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


@pytest.fixture(scope="module")
def services(merged: dict[str, Any]) -> Services:
    """What it starts, by name."""
    found: Services = merged["services"]
    return found


def test_it_keeps_to_the_specification(merged: dict[str, Any]) -> None:
    """A parser of the Compose Specification reads every service, and refuses a key that it doesn't know."""
    read = compose_spec.PyCompose.from_json(json.dumps(merged)).services
    assert read is not None
    assert read.keys() == merged["services"].keys()
    wrong = {**merged, "services": {"kafka": {"imagee": "apache/kafka"}}}
    with pytest.raises(ValueError, match="imagee"):
        compose_spec.PyCompose.from_json(json.dumps(wrong))


def test_kafka_is_the_one_that_tests_run_on(services: Services) -> None:
    """The image's version is that of the pinned jars."""
    assert services["kafka"]["image"] == f"apache/kafka:{kafka_version()}"


def test_every_image_has_a_version(services: Services) -> None:
    """No image floats, but our own, which is built here."""
    for service in services.values():
        tag = service["image"].rpartition(":")[2]
        assert "build" in service or (tag != "latest" and tag[-1].isdigit())


def test_each_starts_when_what_it_needs_is_there(services: Services) -> None:
    """Kafka healthy, then the topics made, then enricher and replay; what is waited for healthily has a check."""
    needs = {name: {n: c["condition"] for n, c in s.get("depends_on", {}).items()} for name, s in services.items()}
    assert needs["topics"] == {"kafka": "service_healthy"}
    assert needs["enricher"]["topics"] == needs["replay"]["topics"] == "service_completed_successfully"
    for name, conditions in needs.items():
        for needed, condition in conditions.items():
            assert condition == ("service_completed_successfully" if needed in JOBS else "service_healthy"), name
    for name, service in services.items():
        built_here = "build" in service  # has the Dockerfile's
        assert name in JOBS or built_here or "test" in service["healthcheck"]


def test_replay_runs_only_when_asked_for(services: Services) -> None:
    """`docker compose up` sends nothing; the profile does."""
    assert [name for name, service in services.items() if service.get("profiles")] == ["replay"]


def test_every_command_exists(services: Services) -> None:
    """What our containers run are commands of `dateline`."""
    for service in services.values():
        if "build" not in service:
            continue
        command: Any = get_command(app)
        for word in service["command"]:
            if word.startswith("/"):
                break
            assert word in command.commands
            command = command.commands[word]
            if not hasattr(command, "commands"):
                break


def test_every_file_that_is_mounted_is_there(services: Services) -> None:
    """Mounts from the repository name what is in it, and can't be written to."""
    mounts = [mount for service in services.values() for mount in service.get("volumes", []) if "./" in mount]
    assert mounts
    for mount in mounts:
        assert (ROOT / mount.split(":")[0]).exists(), mount
        assert mount.endswith(":ro")


def test_its_settings_are_known(services: Services) -> None:
    """Each variable of our containers is one that the service reads."""
    fields = [*EnricherSettings.model_fields, *ConnectionSettings.model_fields, *TopicNames.model_fields]
    known = {f"DATELINE_{name.upper()}" for name in fields}
    for service in services.values():
        if "build" in service:
            assert set(service["environment"]) <= known


def test_a_drain_has_time(services: Services) -> None:
    """Compose waits longer before SIGKILL than a drain may take."""
    grace = float(services["enricher"]["stop_grace_period"].removesuffix("s"))
    assert grace > EnricherSettings().drain_seconds
