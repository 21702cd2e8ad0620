"""OpenTelemetry spans of each record: process (from its taking to its commit), with analyse and publish below it.

Names and attributes follow the semantic conventions for messaging, trace headers W3C Trace Context. The exporter is
configured by OpenTelemetry's own variables (OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_TRACES_SAMPLER ...).
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import Span, SpanKind, Status, StatusCode, format_span_id, format_trace_id, set_span_in_context
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from services import __version__
from services.enricher.core.outcome import DeadLetter
from services.enricher.core.plan import Plan, Send
from services.enricher.core.record import Headers, Record
from services.enricher.core.work import Done
from services.enricher.tracing import Traced, Worked

TRACE_HEADERS = ("traceparent", "tracestate")
NANOSECONDS = 1_000_000_000

_propagator = TraceContextTextMapPropagator()


@dataclass(frozen=True, slots=True)
class _Story:
    """The spans of one record that end with its commit."""

    process: Span
    publish: Span

    def end(self) -> None:
        self.publish.end()
        self.process.end()

    def fail(self, error: BaseException) -> None:
        for span in (self.publish, self.process):
            span.record_exception(error)
            span.set_status(Status(StatusCode.ERROR, type(error).__name__))
        self.end()


class OpenTelemetryTracing:
    """See `Tracing`."""

    def __init__(self, provider: TracerProvider, group_id: str) -> None:
        self._provider = provider
        self._tracer = provider.get_tracer("dateline", __version__)
        self._group_id = group_id

    @contextmanager
    def publishing(self, worked: Worked, plan: Plan) -> Iterator[Traced]:
        """One story a record; where the block raises, each of them says so."""
        now = time.time_ns()
        taken = now - round(worked.seconds_since_taken * NANOSECONDS)
        stories: list[_Story] = []
        sends: list[Send] = []
        for record, done, send in zip(worked.records, worked.results, plan.sends, strict=True):
            story = self._begin(record, done, send, taken, now)
            stories.append(story)
            # A dead letter is published byte for byte as it came, its trace headers included.
            is_letter = isinstance(done.outcome, DeadLetter)
            sends.append(send if is_letter else replace(send, headers=_continue(send.headers, story.publish)))
        try:
            yield Traced(replace(plan, sends=tuple(sends)), _exemplar(stories[0].process))
        except BaseException as error:
            for story in stories:
                story.fail(error)
            raise
        for story in stories:
            story.end()

    def close(self) -> None:
        """Send the spans that wait."""
        self._provider.shutdown()

    def _begin(self, record: Record, done: Done, send: Send, taken: int, now: int) -> _Story:
        process = self._tracer.start_span(
            f"process {record.topic}",
            context=_extract(record.headers),
            kind=SpanKind.CONSUMER,
            start_time=taken,
            attributes={
                "messaging.system": "kafka",
                "messaging.operation.name": "process",
                "messaging.operation.type": "process",
                "messaging.destination.name": record.topic,
                "messaging.destination.partition.id": str(record.partition),
                "messaging.kafka.offset": record.offset,
                "messaging.kafka.message.key": (record.key or b"").decode("utf-8", "replace"),
                "messaging.consumer.group.name": self._group_id,
                "messaging.message.body.size": len(record.value or b""),
            },
        )
        below = set_span_in_context(process)
        # A worker tells how long it took, not when: the span ends where the lane had the result in its hands.
        seconds = sum(done.seconds.values())
        analyse = self._tracer.start_span(
            "analyse",
            context=below,
            start_time=max(taken, now - round(seconds * NANOSECONDS)),
            attributes={f"dateline.stage.{stage}.seconds": spent for stage, spent in done.seconds.items()},
        )
        if isinstance(done.outcome, DeadLetter):
            analyse.set_attribute("error.type", done.outcome.reason)
            for span in (analyse, process):
                span.set_status(Status(StatusCode.ERROR, done.outcome.message))
        analyse.end(now)
        publish = self._tracer.start_span(
            f"send {send.topic}",
            context=below,
            kind=SpanKind.PRODUCER,
            start_time=now,
            attributes={
                "messaging.system": "kafka",
                "messaging.operation.name": "send",
                "messaging.operation.type": "send",
                "messaging.destination.name": send.topic,
                "messaging.destination.partition.id": str(send.partition),
            },
        )
        return _Story(process, publish)


def exporting(group_id: str) -> OpenTelemetryTracing:
    """Tracing that sends its spans by OTLP over HTTP."""
    provider = TracerProvider(resource=Resource.create({"service.name": "dateline", "service.version": __version__}))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    return OpenTelemetryTracing(provider, group_id)


def _extract(headers: Headers) -> Context:
    carrier = {name: value.decode("ascii", "replace") for name, value in headers if name in TRACE_HEADERS and value}
    # An empty context of its own: without a header a record begins a trace and joins nobody's.
    return _propagator.extract(carrier, Context())


def _continue(headers: Headers, span: Span) -> Headers:
    """The headers, with those of the trace in place of what came."""
    carrier: dict[str, str] = {}
    _propagator.inject(carrier, set_span_in_context(span, Context()))
    others = tuple((name, value) for name, value in headers if name not in TRACE_HEADERS)
    return (*((name, value.encode()) for name, value in carrier.items()), *others)


def _exemplar(span: Span) -> dict[str, str] | None:
    context = span.get_span_context()
    if not context.trace_flags.sampled:
        return None
    return {"trace_id": format_trace_id(context.trace_id), "span_id": format_span_id(context.span_id)}
