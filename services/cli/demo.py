"""`dateline demo`: the whole way of an article on this machine, from a file to an enriched record."""

import asyncio
import os
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated
from uuid import uuid4

import typer
from rich.markup import escape

from services.cli.exits import CommandError, ExitCode
from services.cli.terminal import err, out

if TYPE_CHECKING:
    from services.kafka.settings import ConnectionSettings
    from services.kafka.topics import TopicNames
    from services.replayer.plan import Plan

SEEDS = Path(__file__).parents[2] / "seeds"
PARTITIONS = 3
OUT_WITHIN = 180.0
"""Seconds for all articles to come out; on one busy core they need twenty."""


def demo(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]…", help="Articles of your own; default: the seeds.", exists=True),
    ] = None,
    stay: Annotated[
        bool | None, typer.Option("--stay/--leave", help="Whether to go on until Ctrl-C; default: on a terminal.")
    ] = None,
) -> None:
    """Show the whole service at work: a real Kafka, the enricher, the seed articles, and what comes out of them.

    Uses the broker that DATELINE_BOOTSTRAP_SERVERS names, with topics of its own, or else starts Apache Kafka on this
    machine and removes it again. On a terminal it goes on until Ctrl-C, so that you can look at the metrics.
    """
    if not paths and not SEEDS.is_dir():
        raise CommandError("this installation has no seeds", code=ExitCode.USAGE, hint="dateline demo PATH…")
    stays = sys.stdout.isatty() and sys.stdin.isatty() if stay is None else stay
    # spaCy's and Kafka's own words go to the service's log.
    try:
        with tempfile.TemporaryDirectory(prefix="dateline-demo-") as folder, _broker() as address:
            asyncio.run(_demo(address, paths or [SEEDS], Path(folder), stays=stays))
    except KeyboardInterrupt:
        raise typer.Exit(ExitCode.INTERRUPTED) from None


@contextmanager
def _broker() -> Iterator[str]:
    """The address of the broker to use. Raises CommandError where none can be started."""
    if given := os.environ.get("DATELINE_BOOTSTRAP_SERVERS"):
        _step(f"using the broker at {given}")
        yield given
        return
    from services.kafka.jars import JarsError
    from services.kafka.jars_progress import kafka_jars
    from services.kafka.java import JavaMissingError
    from services.kafka.local import BrokerError, LocalBroker

    try:
        kafka_jars(err())
        started = monotonic()
        with err().status("starting Apache Kafka"):
            broker = LocalBroker().__enter__()
    except (JarsError, JavaMissingError, BrokerError) as error:
        raise CommandError(
            str(error), code=ExitCode.BROKER, hint="DATELINE_BOOTSTRAP_SERVERS names a broker that runs elsewhere"
        ) from error
    try:
        _step(f"Apache Kafka at {broker.bootstrap_servers}", started)
        yield broker.bootstrap_servers
    finally:
        with err().status("stopping Apache Kafka"):
            broker.close()


async def _demo(address: str, paths: list[Path], folder: Path, *, stays: bool) -> None:
    from services.cli.connecting import broker_errors
    from services.kafka.settings import connection_settings
    from services.kafka.topics import TopicNames
    from services.replayer.plan import Selection, make_plan

    name = f"demo-{uuid4().hex[:6]}"
    names = TopicNames(raw_topic=f"{name}.raw", enriched_topic=f"{name}.enriched", dlq_topic=f"{name}.dlq")
    plan = make_plan(paths, Selection())
    with broker_errors():
        settings = connection_settings(bootstrap_servers=address)
        async with _topics_for_a_while(settings, names):
            await _run_service(settings, names, plan, folder, stays=stays)


@asynccontextmanager
async def _topics_for_a_while(settings: "ConnectionSettings", names: "TopicNames") -> AsyncIterator[None]:
    """The demo's topics, gone afterwards: the broker may be one that others use."""
    from services.kafka.reach import reached_admin
    from services.kafka.topic_admin import create_topics

    async with reached_admin(settings) as admin:
        await create_topics(admin, names, partitions=PARTITIONS)
    try:
        yield
    finally:
        # A client of its own: the broker may have closed one that was idle for long.
        async with reached_admin(settings) as admin:
            await admin.delete_topics(list(names.model_dump().values()))


async def _run_service(
    settings: "ConnectionSettings", names: "TopicNames", plan: "Plan", folder: Path, *, stays: bool
) -> None:
    from services.cli.demo_service import metrics_ports, running_service

    started = monotonic()
    environment = {
        "DATELINE_BOOTSTRAP_SERVERS": settings.bootstrap_servers,
        "DATELINE_GROUP_ID": names.raw_topic.removesuffix(".raw"),
        **{f"DATELINE_{field.upper()}": topic for field, topic in names.model_dump().items()},
    }
    with err().status("starting the service (it loads its model)") as status:
        async with running_service(environment, folder / "service.log", metrics_ports()) as service:
            _step(f"the service, ready; metrics at {service.address}/metrics", started)
            status.stop()
            await _replay_and_show(settings, names, plan)
            if stays:
                err().print(f"metrics at {service.address}/metrics; [bold]Ctrl-C[/] ends the demo")
                with suppress(asyncio.CancelledError):  # Ctrl-C is how this ends
                    await asyncio.Event().wait()


async def _replay_and_show(settings: "ConnectionSettings", names: "TopicNames", plan: "Plan") -> None:
    from services.cli.articles_table import articles_table
    from services.cli.demo_live import collect

    started = monotonic()
    articles, letters = await collect(settings, names, plan, within=OUT_WITHIN)
    console = out()
    console.print(articles_table(articles, console.width))
    events = [event for article in articles for event in article.events]
    dated = sum(1 for event in events if event.date.earliest or event.date.latest)
    _step(
        f"{len(articles)} of {len(plan.entries)} articles enriched, with {sum(len(a.entities) for a in articles)} "
        f"entities and {len(events)} events, {dated} of them dated; {letters} dead letters",
        started,
    )
    if len(articles) < len(plan.entries):
        raise CommandError(f"only {len(articles)} articles came out in {OUT_WITHIN:.0f} s", code=ExitCode.PROBLEM)


def _step(what: str, started: float | None = None) -> None:
    took = f" [dim]({monotonic() - started:.1f} s)[/]" if started else ""
    err().print(f"[green]✓[/] {escape(what)}{took}", soft_wrap=True)
