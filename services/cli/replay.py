"""`dateline replay`: files into the raw topic, at a chosen pace, each article exactly once."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.table import Table

from services.cli.exits import CommandError, ExitCode
from services.cli.terminal import err

if TYPE_CHECKING:
    from services.replayer.pace import Pace
    from services.replayer.plan import Plan
    from services.replayer.replay import Replay

SHOWN_PROBLEMS = 20
"""Problems named one by one; the summary counts the rest."""


def replay(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH…", help="Files or folders of texts, JSON and JSONL.", exists=True)
    ],
    rate: Annotated[float | None, typer.Option(min=0.001, metavar="N", help="Articles a second.")] = None,
    speed: Annotated[
        float | None,
        typer.Option(
            min=0.001, metavar="X", help="So many times the pace at which they were published, in that order."
        ),
    ] = None,
    limit: Annotated[int | None, typer.Option(min=0, metavar="N", help="The first N articles only.")] = None,
    since: Annotated[
        datetime | None, typer.Option("--from", metavar="T", help="Published at this time or later (UTC).")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option("--to", metavar="T", help="Published before this time (UTC).")
    ] = None,
    published_at: Annotated[
        datetime | None, typer.Option(metavar="T", help="For articles that do not say when they were published (UTC).")
    ] = None,
    name: Annotated[
        str | None, typer.Option(help="The name under which the progress is kept; default: made from the paths.")
    ] = None,
    restart: Annotated[bool, typer.Option(help="Forget the progress and send everything once more.")] = False,
    dry_run: Annotated[bool, typer.Option(help="Say what would be sent, and send nothing.")] = False,
) -> None:
    """Send an archive to the raw topic. Killed at any point, the same command goes on where it stopped.

    Progress is kept on the broker, in the same transaction as the articles, so none is lost and none comes twice for
    readers of committed records. Bad files and lines are named and passed over; then the command exits 1.
    """
    from services.replayer.plan import Selection, make_plan

    if rate is not None and speed is not None:
        raise typer.BadParameter("--rate and --speed are two ways to say the same; give one")
    selection = Selection(_utc(since), _utc(until), _utc(published_at), chronological=speed is not None)
    with err().status("reading the files"):
        plan = make_plan(paths, selection)
    for problem in plan.problems[:SHOWN_PROBLEMS]:
        err().print(f"[yellow]skipped[/] {escape(str(problem.place))}: {escape(problem.reason)}", soft_wrap=True)
    if dry_run:
        _summary(plan, [("would be sent", len(plan.entries[:limit]))])
    else:
        _send(plan, paths, pace=_pace(rate, speed), name=name, limit=limit, published_at=published_at, restart=restart)
    if plan.problems:
        raise typer.Exit(ExitCode.PROBLEM)


def _send(
    plan: "Plan",
    paths: list[Path],
    *,
    pace: "Pace",
    name: str | None,
    limit: int | None,
    published_at: datetime | None,
    restart: bool,
) -> None:
    from services.kafka.topics import TopicNames
    from services.replayer.progress import default_name
    from services.replayer.replay import Replay

    topic = TopicNames().raw_topic
    replay = Replay(plan.entries, topic, name or default_name(paths, topic), pace, limit, _utc(published_at))
    started = monotonic()
    try:
        before, sent = asyncio.run(_run(replay, restart=restart))
    except KeyboardInterrupt:
        err().print("stopped; the same command goes on from here")
        raise typer.Exit(ExitCode.INTERRUPTED) from None
    rows = [("sent now", sent - before), ("sent before", before), ("in all", sent)]
    _summary(plan, rows, seconds=monotonic() - started, topic=topic)
    if sent == before and sent:
        err().print("everything was sent before; [cyan]--restart[/] sends it once more")


async def _run(replay: "Replay", *, restart: bool) -> tuple[int, int]:
    """How many were sent before this run, and how many by its end. Raises CommandError."""
    from services.cli.connecting import broker_errors
    from services.kafka.reach import reached_admin
    from services.kafka.settings import connection_settings
    from services.kafka.topic_admin import find_topics
    from services.replayer.progress import ArchiveChangedError
    from services.replayer.replay import BrokerGoneError, TakenOverError, TooLargeError, send

    with broker_errors():
        settings = connection_settings()
        async with reached_admin(settings) as admin:
            if not await find_topics(admin, [replay.topic]):
                raise CommandError(
                    f"there is no topic {replay.topic}", code=ExitCode.CONFIGURATION, hint="dateline topics create"
                )
    columns = (TextColumn("replaying"), BarColumn(), MofNCompleteColumn(), TaskProgressColumn(), TimeRemainingColumn())
    first: int | None = None
    with (
        broker_errors(),
        Progress(*columns, console=err(), transient=True, disable=not err().is_terminal) as bar,
    ):
        task = bar.add_task("replaying", total=len(replay.entries[: replay.limit]))

        def on_progress(sent: int) -> None:
            nonlocal first
            first = sent if first is None else first
            bar.update(task, completed=sent)

        try:
            sent = await send(replay, settings, on_progress, restart=restart)
        except ArchiveChangedError as error:
            raise CommandError(
                str(error),
                code=ExitCode.PROBLEM,
                hint="--restart sends everything once more; --name NAME keeps another progress, for another selection",
            ) from error
        except TakenOverError as error:
            raise CommandError(str(error), code=ExitCode.PROBLEM, hint="it goes on where this one stopped") from error
        except TooLargeError as error:
            raise CommandError(
                f"the topic does not take so large an article: {error}",
                code=ExitCode.PROBLEM,
                hint=f"raise max.message.bytes of {replay.topic}, or leave the article out; then run this again",
            ) from error
        except BrokerGoneError as error:
            raise CommandError(
                str(error), code=ExitCode.BROKER, hint="the same command goes on where this one stopped"
            ) from error
    return first or 0, sent


def _pace(rate: float | None, speed: float | None) -> "Pace":
    from services.replayer.pace import AtOnce, Rate, Speed

    if rate is not None:
        return Rate(rate)
    return Speed(speed) if speed is not None else AtOnce()


def _summary(
    plan: "Plan", rows: list[tuple[str, int]], *, seconds: float | None = None, topic: str | None = None
) -> None:
    """To standard error: standard output stays free for pipes."""
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(style="dim")
    table.add_column(justify="right")
    if topic:
        table.add_row("topic", escape(topic))
    for name, number in rows:
        table.add_row(name, f"{number:,}")
    for name, number in (
        ("doubles left out", plan.duplicates),
        ("not selected", plan.not_selected),
        ("bad, skipped", len(plan.problems)),
    ):
        if number:
            table.add_row(name, f"{number:,}")
    if seconds is not None:
        table.add_row("seconds", f"{seconds:.1f}")
    err().print(table)


def _utc(time: datetime | None) -> datetime | None:
    return time.replace(tzinfo=UTC) if time and time.tzinfo is None else time
