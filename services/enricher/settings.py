"""What the service can be told, by environment variables with the prefix DATELINE_ or by the command line."""

import os

from pydantic import Field, FilePath, PositiveFloat, PositiveInt
from pydantic_settings import BaseSettings, SettingsConfigDict

from services.enricher.core.decode import Limits
from services.enricher.core.plan import Topics
from services.enricher.core.work import PipelineOptions
from services.enricher.process import WorkerLimits
from services.enricher.worker import WorkerSpec
from services.nlp.defaults import BATCH, DEFAULT_MODEL

MEBIBYTE = 1024 * 1024


def _cores() -> int:
    """The processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class EnricherSettings(BaseSettings):
    """Settings of `dateline run`; the connection to the broker has its own (services/kafka)."""

    model_config = SettingsConfigDict(env_prefix="DATELINE_", frozen=True, extra="ignore")

    group_id: str = Field("dateline-enricher", description="consumer group and prefix of the transactional ids")
    raw_topic: str = Field("news.articles.raw.v1", description="where raw articles come from")
    enriched_topic: str = Field("news.articles.enriched.v1", description="where enriched articles go")
    dlq_topic: str = Field("news.articles.raw.v1.dlq", description="where records go that cannot be enriched")

    workers: PositiveInt = Field(default_factory=_cores, description="worker processes; one a core is best")
    model: str = Field(DEFAULT_MODEL, description="an installed spaCy package or a path")
    authority_file: FilePath | None = Field(None, description="CSV or JSON Lines of your own ids for entities")
    pipeline: str = Field(
        WorkerSpec().pipeline, description="module:attribute of what loads a worker's pipeline; tests put theirs here"
    )

    batch_records: int = Field(BATCH, ge=1, le=1024, description="most records in a micro-batch")
    batch_bytes: PositiveInt = Field(
        256 * 1024, description="most bytes of raw records in a micro-batch; one larger record goes alone"
    )
    inflight_bytes: PositiveInt = Field(64 * MEBIBYTE, description="most bytes taken and not yet committed")
    inflight_records: PositiveInt = Field(512, description="most records of a lane taken and not yet committed")
    inflight_seconds: PositiveFloat = Field(4.0, description="most seconds of work taken and not yet committed")

    max_record_bytes: PositiveInt = Field(8 * MEBIBYTE, description="a larger value becomes a dead letter")
    max_text_characters: int = Field(200_000, ge=1, le=1_000_000, description="a longer text becomes a dead letter")
    max_result_bytes: PositiveInt = Field(
        1_000_000, description="a larger enriched article becomes a dead letter; below max.message.bytes of its topic"
    )
    work_seconds: PositiveFloat = Field(60.0, description="a worker busier with one batch is replaced")
    worker_memory_bytes: PositiveInt = Field(2048 * MEBIBYTE, description="a worker with more memory is replaced")
    dead_letters_in_a_row: int = Field(
        500, ge=0, description="so many dead letters of a lane without one article between them are fatal; 0: never"
    )

    session_seconds: PositiveFloat = Field(6.0, description="a member without heartbeat leaves the group after this")
    heartbeat_seconds: PositiveFloat = Field(1.2, description="between heartbeats; a fifth of session_seconds or so")
    rebalance_seconds: PositiveFloat = Field(12.0, description="what a member may take to let go of its partitions")
    transaction_timeout_seconds: PositiveFloat = Field(15.0, description="the broker aborts an older transaction")
    call_seconds: PositiveFloat = Field(
        10.0, description="each call to the broker that may hang is given up after this"
    )
    revoke_seconds: PositiveFloat = Field(5.0, description="what a lane may take to finish the batch at hand")
    drain_seconds: PositiveFloat = Field(15.0, description="from SIGTERM to the end of the process")

    http_host: str = Field("127.0.0.1", description="the address to listen at; 0.0.0.0 in a container")
    http_port: int = Field(9464, ge=0, le=65535, description="/livez /readyz /metrics; 0 takes a free port")
    tracing: bool = Field(False, description="OpenTelemetry spans by OTLP; needs the extra dateline[otel]")  # noqa: FBT003  # a default
    log_format: str = Field(
        "auto", pattern="^(auto|json|console)$", description="json, console, or auto: console on a terminal, else json"
    )
    log_level: str = Field("info", pattern="^(debug|info|warning|error)$", description="debug, info, warning or error")

    @property
    def topics(self) -> Topics:
        """Where lanes publish."""
        return Topics(self.enriched_topic, self.dlq_topic)

    @property
    def worker_spec(self) -> WorkerSpec:
        """What the workers run."""
        limits = Limits(self.max_record_bytes, self.max_text_characters, self.max_result_bytes)
        authority = str(self.authority_file) if self.authority_file else None
        return WorkerSpec(self.pipeline, PipelineOptions(self.model, limits, authority))

    @property
    def worker_limits(self) -> WorkerLimits:
        """What a worker may take."""
        return WorkerLimits(self.work_seconds, self.worker_memory_bytes)
