"""Spans and trace headers of a batch, seen through OpenTelemetry's in-memory exporter."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

from services.enricher.core.outcome import DeadLetter, Enriched, Outcome
from services.enricher.core.plan import Topics, plan
from services.enricher.core.record import Headers, Record
from services.enricher.core.work import Done
from services.enricher.opentelemetry_tracing import OpenTelemetryTracing
from services.enricher.tracing import NoTracing, Worked, make_tracing

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
PARENT = "00f067aa0ba902b7"
TRACEPARENT = ("traceparent", f"00-{TRACE}-{PARENT}-01".encode())
TRACESTATE = ("tracestate", b"desk=eu")
DESK = ("desk", b"\xff\x00")
TOPICS = Topics("enriched", "dlq")
NOW = datetime(2026, 5, 4, tzinfo=UTC)
ARTICLE = Enriched(b"a", b"{}", "complete")
LETTER = DeadLetter("not_json", "decode", "JSONDecodeError", "no JSON")


class Traces:
    """A tracer whose spans stay in memory."""

    def __init__(self) -> None:
        self._exporter = InMemorySpanExporter()
        provider = TracerProvider()
        provider.add_span_processor(SimpleSpanProcessor(self._exporter))
        self.tracing = OpenTelemetryTracing(provider, "dateline-enricher")

    def named(self, name: str) -> ReadableSpan:
        """The one finished span of this name."""
        (found,) = [span for span in self._exporter.get_finished_spans() if span.name == name]
        return found


def _worked(outcome: Outcome, headers: Headers = ()) -> Worked:
    record = Record("raw", 3, 41, 0, b"a", b"{}", headers)
    return Worked([record], [Done(outcome, {"decode": 0.1, "model": 0.4})], seconds_since_taken=2.0)


def _publish(traces: Traces | None, worked: Worked) -> Headers:
    """Publish a batch of one, and give the headers that go out."""
    tracing = traces.tracing if traces else NoTracing()
    planned = plan(worked.records, _outcomes(worked.results), TOPICS, NOW)
    with tracing.publishing(worked, planned) as traced:
        (send,) = traced.plan.sends
    return send.headers


def _outcomes(results: Sequence[Done]) -> list[Outcome]:
    return [done.outcome for done in results]


def test_a_trace_goes_on_from_the_raw_to_the_enriched_record() -> None:
    """The three spans belong to the producer's trace, one below the other, and the enriched record names the last."""
    traces = Traces()
    headers = _publish(traces, _worked(ARTICLE, (DESK, TRACEPARENT, TRACESTATE)))
    process, analyse, publish = traces.named("process raw"), traces.named("analyse"), traces.named("send enriched")
    assert {format(span.context.trace_id, "032x") for span in (process, analyse, publish)} == {TRACE}
    assert process.parent is not None
    assert format(process.parent.span_id, "016x") == PARENT
    assert analyse.parent == publish.parent == process.context
    continued = f"00-{TRACE}-{publish.context.span_id:016x}-01".encode()
    assert dict(headers)["traceparent"] == continued
    assert dict(headers)["tracestate"] == b"desk=eu"
    assert [name for name, _ in headers].count("traceparent") == 1
    assert DESK in headers


def test_spans_say_where_and_how_long() -> None:
    """The consumer's span has topic, partition, offset and the time from the taking; the analysis its stages."""
    traces = Traces()
    _publish(traces, _worked(ARTICLE))
    process, analyse = traces.named("process raw"), traces.named("analyse")
    assert process.kind is SpanKind.CONSUMER
    attributes = dict(process.attributes or {})
    assert attributes["messaging.destination.name"] == "raw"
    assert attributes["messaging.destination.partition.id"] == "3"
    assert attributes["messaging.kafka.offset"] == 41
    assert attributes["messaging.consumer.group.name"] == "dateline-enricher"
    assert (analyse.attributes or {})["dateline.stage.model.seconds"] == 0.4
    assert _seconds(analyse) == pytest.approx(0.5)
    assert _seconds(process) >= 2.0


def test_a_record_without_a_trace_begins_one() -> None:
    """Two records without headers do not share a trace."""
    traces = Traces()
    first = dict(_publish(traces, _worked(ARTICLE)))["traceparent"]
    second = dict(_publish(Traces(), _worked(ARTICLE)))["traceparent"]
    assert first is not None
    assert second is not None
    assert first.split(b"-")[1] != second.split(b"-")[1]


@pytest.mark.parametrize("value", [b"nonsense", b"\xff\xfe", b"", None])
def test_a_broken_trace_header_breaks_nothing(value: bytes | None) -> None:
    """A traceparent that is none is replaced by that of a new trace."""
    headers = _publish(Traces(), _worked(ARTICLE, (("traceparent", value),)))
    (continued,) = [found for name, found in headers if name == "traceparent"]
    assert continued is not None
    assert continued.startswith(b"00-")


def test_a_dead_letter_keeps_its_headers_and_its_span_says_why() -> None:
    """A dead letter is byte for byte what came; the spans carry the reason as an error."""
    traces = Traces()
    headers = _publish(traces, _worked(LETTER, (DESK, TRACEPARENT)))
    assert headers[:2] == (DESK, TRACEPARENT)
    assert (traces.named("analyse").attributes or {})["error.type"] == "not_json"
    assert traces.named("process raw").status.status_code is StatusCode.ERROR
    assert traces.named("send dlq").status.status_code is StatusCode.UNSET


def test_a_transaction_that_fails_is_an_error_in_every_trace() -> None:
    """An error while publishing ends the spans with it and goes on to the lane."""
    traces = Traces()
    worked = _worked(ARTICLE)
    planned = plan(worked.records, _outcomes(worked.results), TOPICS, NOW)
    with pytest.raises(TimeoutError), traces.tracing.publishing(worked, planned):
        raise TimeoutError
    assert traces.named("send enriched").status.status_code is StatusCode.ERROR
    assert traces.named("process raw").events[0].name == "exception"


def test_without_tracing_headers_pass_as_they_came() -> None:
    """The producer's traceparent is on the enriched record, unchanged."""
    assert _publish(None, _worked(ARTICLE, (TRACEPARENT, DESK)))[:2] == (TRACEPARENT, DESK)
    assert isinstance(make_tracing("group", wanted=False), NoTracing)


def _seconds(span: ReadableSpan) -> float:
    assert span.start_time is not None
    assert span.end_time is not None
    return (span.end_time - span.start_time) / 1e9
