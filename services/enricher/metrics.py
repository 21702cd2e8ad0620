"""Every metric of the service, each under one name, in one place, with one comment that is its help text.

Names follow Prometheus' conventions: a unit of seconds, bytes or records at the end, `_total` for what only grows.
What a label can hold is bounded: reasons, stages, methods and partitions, never an article.
"""

from collections.abc import Sequence
from typing import get_args

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Info
from prometheus_client.gc_collector import GCCollector
from prometheus_client.platform_collector import PlatformCollector
from prometheus_client.process_collector import ProcessCollector

from schemas.dead_letter import DeadLetterReason
from schemas.vocabulary import AnalysisStatus, DatingMethod
from services.enricher.core.outcome import DeadLetter, Enriched, Tombstone
from services.enricher.core.work import Done
from services.enricher.faults import Fault
from services.enricher.process import LOSSES

STAGE_BUCKETS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
"""A stage takes from half a millisecond (decoding a report) to tens of seconds (a book in one article)."""

TRANSACTION_BUCKETS = (0.005, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""A transaction takes 6 to 25 ms on a healthy broker and is given up after 10 s."""

DELAY_BUCKETS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 60.0, 300.0, 900.0)
"""From a lone article's tenth of a second to a quarter of an hour spent waiting for a broker."""

BATCH_BUCKETS = (1, 2, 4, 8, 12, 16, 20, 24, 28, 32)
"""Micro-batches hold 1 to 32 records: ones mean idle workers, full ones a backlog."""


class Metrics:
    """The metrics of one running service, in a registry of their own."""

    def __init__(self) -> None:
        self.registry = registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        PlatformCollector(registry=registry)
        GCCollector(registry=registry)

        # What came in and what came of it; counted when its transaction is committed, except for the first.
        self.articles_in = Counter(
            "dateline_articles_in", "Records taken from the raw topic, those taken again included", registry=registry
        )
        self.articles_enriched = Counter(
            "dateline_articles_enriched",
            "Enriched articles published, by analysis status",
            ["status"],
            registry=registry,
        )
        self.tombstones = Counter("dateline_tombstones", "Tombstones handed on", registry=registry)
        self.dead_letters = Counter(
            "dateline_dead_letters", "Records published as dead letters, by reason", ["reason"], registry=registry
        )
        self.entities = Counter("dateline_entities", "Entities in the articles published", registry=registry)
        self.events = Counter("dateline_events", "Events in the articles published", registry=registry)
        self.events_by_method = Counter(
            "dateline_events_dated", "Events in the articles published, by how they were dated", ["method"],
            registry=registry,
        )  # fmt: skip

        # How long it took.
        self.article_seconds = Histogram(
            "dateline_article_seconds", "Work on one article in a worker, all stages", buckets=STAGE_BUCKETS,
            registry=registry,
        )  # fmt: skip
        self.stage_seconds = Histogram(
            "dateline_stage_seconds",
            "Work on one article, by stage: decode, language, model, tokens, timex, entities, events, encode",
            ["stage"], buckets=STAGE_BUCKETS, registry=registry,
        )  # fmt: skip
        self.delay_seconds = Histogram(
            "dateline_article_delay_seconds", "From taking a record to the commit of its transaction",
            buckets=DELAY_BUCKETS, registry=registry,
        )  # fmt: skip
        self.transaction_seconds = Histogram(
            "dateline_transaction_seconds", "From the begin to the commit of a transaction",
            buckets=TRANSACTION_BUCKETS, registry=registry,
        )  # fmt: skip

        # How much is under way.
        self.batch_records = Histogram(
            "dateline_batch_records", "Records in a micro-batch", buckets=BATCH_BUCKETS, registry=registry
        )
        self.inflight_records = Gauge(
            "dateline_inflight_records", "Records taken and not yet committed", registry=registry
        )
        self.inflight_bytes = Gauge(
            "dateline_inflight_bytes",
            "Bytes of records taken and not yet committed, results included",
            registry=registry,
        )
        self.lag_records = Gauge(
            "dateline_lag_records",
            "Records of the partition that are not yet committed",
            ["partition"],
            registry=registry,
        )
        self.oldest_seconds = Gauge(
            "dateline_oldest_unprocessed_seconds",
            "Age of the oldest record taken and not yet committed, 0 without one",
            ["partition"], registry=registry,
        )  # fmt: skip

        # How delivery goes.
        self.transactions_committed = Counter(
            "dateline_transactions_committed", "Transactions committed", registry=registry
        )
        self.transactions_aborted = Counter(
            "dateline_transactions_aborted",
            "Sessions of a lane that ended with an error, by kind: fenced, retriable, timeout, fatal. "
            "What was in their transaction is aborted and done again", ["reason"], registry=registry,
        )  # fmt: skip
        self.lanes = Gauge("dateline_lanes", "Lanes (partitions assigned), by state", ["state"], registry=registry)
        self.rebalances = Counter("dateline_rebalances", "Rebalances of the consumer group seen", registry=registry)
        self.records_expired = Counter(
            "dateline_records_expired", "Records that retention deleted before they were read", ["partition"],
            registry=registry,
        )  # fmt: skip

        # How the workers are.
        self.workers = Gauge("dateline_workers", "Worker processes alive", registry=registry)
        self.worker_memory_bytes = Gauge(
            "dateline_worker_memory_bytes", "Resident memory of all workers; what they share counts for each",
            registry=registry,
        )  # fmt: skip
        self.worker_restarts = Counter(
            "dateline_worker_restarts", "Workers replaced, by reason", ["reason"], registry=registry
        )

        # Whether it is ready, as /readyz says.
        self.ready = Gauge(
            "dateline_ready",
            "Whether a condition of being ready holds: model_loaded, broker_reached, group_joined, not_draining",
            ["condition"], registry=registry,
        )  # fmt: skip

        # Who says all this.
        self.build = Info("dateline_build", "Versions of the service, of its model and of Python", registry=registry)
        self._start_at_zero()

    def _start_at_zero(self) -> None:
        """Serve every known label from the start: the first increase of a series that was not there is invisible."""
        for reason in get_args(DeadLetterReason):
            self.dead_letters.labels(reason)
        for loss in LOSSES:
            self.worker_restarts.labels(loss)
        for status in get_args(AnalysisStatus):
            self.articles_enriched.labels(status)
        for method in get_args(DatingMethod):
            self.events_by_method.labels(method)
        for fault in Fault:
            self.transactions_aborted.labels(fault.value)

    def count_published(self, results: Sequence[Done]) -> None:
        """Count what a committed transaction held."""
        for done in results:
            self._count_outcome(done)
            for stage, seconds in done.seconds.items():
                self.stage_seconds.labels(stage).observe(seconds)
            self.article_seconds.observe(sum(done.seconds.values()))

    def _count_outcome(self, done: Done) -> None:
        match done.outcome:
            case Enriched(status=status, entities=entities, events=events):
                self.articles_enriched.labels(status).inc()
                self.entities.inc(entities)
                self.events.inc(sum(events.values()))
                for method, count in events.items():
                    self.events_by_method.labels(method).inc(count)
            case Tombstone():
                self.tombstones.inc()
            case DeadLetter(reason=reason):
                self.dead_letters.labels(reason).inc()
