"""The running service sends its spans to a collector, by OTLP."""

import asyncio
import signal
from collections.abc import Callable

from aiohttp import web
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from tests.generated_articles import generate_articles
from tests.service import RunningService
from tests.stage import Message, Stage

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"


async def test_spans_of_a_running_service_reach_a_collector(
    stage: Stage, service_on: Callable[..., RunningService]
) -> None:
    """An article that comes with a trace leaves with it, and the collector has the spans between; so has /metrics."""
    names: set[str] = set()

    async def collect(request: web.Request) -> web.Response:
        export = ExportTraceServiceRequest.FromString(await request.read())
        spans = [span for resource in export.resource_spans for scope in resource.scope_spans for span in scope.spans]
        names.update(span.name for span in spans if span.trace_id.hex() == TRACE)
        return web.Response()

    collector = web.Application()
    collector.router.add_post("/v1/traces", collect)
    runner = web.AppRunner(collector)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0]
    try:
        endpoint = f"http://{host}:{port}"
        service = await service_on(stage, DATELINE_TRACING="true", OTEL_EXPORTER_OTLP_ENDPOINT=endpoint).start()
        (article,) = generate_articles(1)
        traceparent = f"00-{TRACE}-00f067aa0ba902b7-01".encode()
        stage.produce([Message(article.key, article.value, (("traceparent", traceparent),))])
        (read,) = stage.enriched(1)
        _, page = await service.get("/metrics", Accept="application/openmetrics-text")
        service.signal(signal.SIGTERM)
        assert await asyncio.to_thread(service.wait, 30) == 0
    finally:
        await runner.cleanup()
    version, trace, parent, _ = (dict(read.headers)["traceparent"] or b"").decode().split("-")
    assert (version, trace) == ("00", TRACE)
    assert parent != "00f067aa0ba902b7"
    assert names == {f"process {stage.topics.raw_topic}", "analyse", f"send {stage.topics.enriched_topic}"}
    assert f'trace_id="{TRACE}"' in page, "OpenMetrics carries the trace as an exemplar"
