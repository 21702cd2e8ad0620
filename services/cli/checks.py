"""What `dateline doctor` looks at: each check says how things are and, where they are wrong, what to do."""

import importlib.metadata
import os
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Status = Literal["ok", "advice", "wrong", "skipped"]

FASTEST_FROM = (3, 12)
"""spaCy's wheels for 3.11 are compiled with profiling from 3.8.11 on, which doubles the model's cost."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    name: str
    status: Status
    what: str
    hint: str | None = None


async def checks() -> AsyncIterator[Check]:
    """All checks, the quick ones first. None raises: what goes wrong is what they are for."""
    yield python()
    yield settings()
    yield model()
    async for check in broker():
        yield check


def python() -> Check:
    """The interpreter: 3.12 and later run the model twice as fast as 3.11 does with a recent spaCy."""
    version = ".".join(map(str, sys.version_info[:3]))
    spacy = importlib.metadata.version("spacy")
    if sys.version_info[:2] >= FASTEST_FROM:
        return Check("python", "ok", f"{version}, spaCy {spacy}")
    return Check(
        "python",
        "advice",
        f"{version}, spaCy {spacy}: pinned, because spaCy's later wheels for 3.11 are compiled with profiling and "
        "take twice as long for each article (68 ms instead of 34 ms where it was measured)",
        "use Python 3.13: `make clean setup` takes the best one it finds",
    )


def settings() -> Check:
    """Every setting of the service and of the connection, read as the service reads them."""
    from pydantic import ValidationError

    from services.enricher.settings import EnricherSettings
    from services.kafka.settings import ConfigurationError, connection_settings, explain

    hint = "docs/reference/settings.md lists them"
    try:
        connection = connection_settings()
        service = EnricherSettings()
    except ConfigurationError as error:
        return Check("settings", "wrong", str(error), hint)
    except ValidationError as error:
        return Check("settings", "wrong", explain(error), hint)
    given = sorted(name for name in os.environ if name.startswith("DATELINE_"))
    told = f"; from the environment: {', '.join(given)}" if given else "; nothing set, all defaults"
    what = f"{connection.security_protocol} to {connection.bootstrap_servers}, {service.workers} workers{told}"
    return Check("settings", "ok", what)


def model() -> Check:
    """The model is installed and was made for this spaCy's minor version or an older one."""
    from services.enricher.settings import EnricherSettings

    name = os.environ.get("DATELINE_MODEL") or EnricherSettings.model_fields["model"].default
    distribution = name.replace("_", "-")
    hint = "`make setup` installs the default model; DATELINE_MODEL names an installed package or a path"
    if Path(name).is_dir():
        found = (Path(name) / "meta.json").is_file()
        return Check("model", "ok" if found else "wrong", f"the folder {name}", None if found else hint)
    try:
        version = importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:
        return Check("model", "wrong", f"{name} is not installed", hint)
    return Check("model", "ok", f"{name} {version}")


async def broker() -> AsyncIterator[Check]:
    """The broker answers and lets us in; the topics are there and fit."""
    from aiokafka.errors import KafkaError

    from services.cli.connecting import broker_errors
    from services.cli.exits import CommandError
    from services.kafka.reach import reached_admin
    from services.kafka.settings import connection_settings
    from services.kafka.topic_admin import find_topics
    from services.kafka.topics import TopicNames, find_problems

    names = TopicNames()
    try:
        with broker_errors():
            async with reached_admin(connection_settings()) as admin:
                nodes = (await admin.describe_cluster())["brokers"]
                found = await find_topics(admin, [names.raw_topic, names.enriched_topic, names.dlq_topic])
    except CommandError as error:
        yield Check("broker", "wrong", error.message, error.hint)
        yield Check("topics", "skipped", "no broker to ask")
        return
    except KafkaError as error:
        yield Check("broker", "wrong", repr(error), "the broker's own log says more")
        yield Check("topics", "skipped", "no broker to ask")
        return
    yield Check("broker", "ok", f"{len(nodes)} node{'s' if len(nodes) != 1 else ''} answering")
    problems = find_problems(names, found)
    for problem in problems:
        yield Check("topics", "wrong", f"{problem.topic}: {problem.what}", problem.hint)
    if not problems:
        counts = ", ".join(f"{name} ({topic.partitions} partitions)" for name, topic in sorted(found.items()))
        yield Check("topics", "ok", counts)
