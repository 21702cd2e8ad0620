"""A worker process: takes batches of items from a socket, gives their outcomes back, and dies with the service."""

import faulthandler
import importlib
import json
import os
import signal
import socket
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from typing import Any, Self, cast

from services.enricher import frames
from services.enricher.core.decode import Limits
from services.enricher.core.work import Done, Item, PipelineOptions, Works


@dataclass(frozen=True, slots=True)
class WorkerSpec:
    """What a worker runs: `module:attribute` of what loads a pipeline, and the options it is loaded with."""

    pipeline: str = "services.enricher.worker:load_pipeline"
    options: PipelineOptions = field(default_factory=PipelineOptions)

    def to_json(self) -> str:
        """The form in which the fork server reads it from its environment."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read it back. Raises ValueError, KeyError or TypeError for anything else."""
        data = json.loads(text)
        options = data["options"]
        limits = Limits(**options["limits"])
        return cls(data["pipeline"], PipelineOptions(options["model"], limits, options["authority"]))


@dataclass(frozen=True, slots=True)
class Hello:
    """The first message of a worker: it is ready, with this model; or it can't be, for this reason."""

    model: str
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """A batch of items."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Finished:
    """One result for each item of a batch."""

    results: tuple[Done, ...]


LOADED: dict[WorkerSpec, Works] = {}
"""What the fork server has loaded before forking; filled by `preload` there, empty elsewhere."""


def load_pipeline(options: PipelineOptions) -> Works:
    """The pipeline of the service."""
    # The service itself imports this module and must not wait for spaCy, which only its workers use.
    from services.enricher.pipeline import Pipeline  # noqa: PLC0415

    return Pipeline.load(options)


def load(spec: WorkerSpec) -> Works:
    """Load what the spec names. Raises whatever loading raises, OSError for a missing model."""
    module, _, name = spec.pipeline.partition(":")
    loader = getattr(importlib.import_module(module), name)
    return cast("Works", loader(spec.options))


def main(connection: socket.socket, spec: WorkerSpec) -> None:
    """The life of a worker: until the service closes the socket or goes away."""
    preload: Any = importlib.import_module("services.enricher.preload")  # it imports this module
    preload.die_with(os.getppid() if preload.SERVER is None else preload.SERVER)
    # Control-C reaches every process of a terminal; the service drains on it and still needs its workers. SIGTERM
    # keeps its default: it is meant for this process alone (docs/explanation/exactly-once.md, rule 15).
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    faulthandler.enable()
    # A service that ends closes the socket; then there is nobody to work for and nothing to say.
    with suppress(EOFError, ConnectionError):
        _serve(connection, spec)


def _serve(connection: socket.socket, spec: WorkerSpec) -> None:
    """Say hello, then work batch by batch. Raises EOFError or ConnectionError when the service is gone."""
    try:
        pipeline = LOADED.get(spec) or load(spec)
    except Exception as error:  # noqa: BLE001  # whatever it is, the service must hear of it
        connection.sendall(frames.pack(Hello("", f"{type(error).__name__}: {error}")))
        return
    connection.sendall(frames.pack(Hello(pipeline.model)))
    while True:
        work: Work = frames.receive(connection)
        connection.sendall(frames.pack(Finished(tuple(pipeline.run(work.items)))))
