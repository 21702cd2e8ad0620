"""`dateline dlq`: look at dead letters, and send them back to the raw topic."""

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.table import Table

from services.cli.exits import CommandError, ExitCode
from services.cli.terminal import err, out

if TYPE_CHECKING:
    from aiokafka import ConsumerRecord

    from services.cli.letters import Found

app = typer.Typer(
    help="Look at dead letters, and send them back once the cause is mended. A letter is named PARTITION:OFFSET.",
    no_args_is_help=True,
)

SHOWN_BYTES = 4000
"""Of a letter's value; --full shows all."""

Reason = Annotated[str | None, typer.Option(help="Only letters with this reason, as `contract` or `worker_crash`.")]
Json = Annotated[bool, typer.Option("--json", help="Print as JSON, one letter a line.")]


@app.command("list")
def list_letters(
    reason: Reason = None,
    everything: Annotated[bool, typer.Option("--all", help="Also those that were sent back already.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="The newest N.")] = 100,
    as_json: Json = False,
) -> None:
    """List the dead letters that wait, oldest first within a partition."""
    from services.cli.letters import as_json as to_json

    found = asyncio.run(_find())
    chosen = [f for f in found if (everything or not f.was_redriven) and _has_reason(f, reason)]
    newest = sorted(chosen, key=lambda f: f.written)[-limit:]
    shown = [f for f in chosen if f in newest]
    if as_json:
        for letter in shown:
            typer.echo(to_json(letter))
        return
    _show_table(shown)
    more = f", {len(chosen) - len(shown)} older ones not shown (--limit)" if len(chosen) > len(shown) else ""
    gone = sum(1 for f in found if f.was_redriven)
    err().print(f"{len(chosen)} dead letters{more}; {gone} were sent back")


@app.command()
def show(
    letter: Annotated[str, typer.Argument(metavar="PARTITION:OFFSET")],
    full: Annotated[bool, typer.Option("--full", help="Show the whole value, however long.")] = False,
    raw: Annotated[
        bool, typer.Option("--raw", help="Write the value's bytes to standard output, and nothing else.")
    ] = False,
) -> None:
    """Show one dead letter: why it is one, its key, headers and value."""
    import sys

    from services.cli.letters import headers_of, own_headers, parse_id

    record = asyncio.run(_fetch_one(*parse_id(letter)))
    value = record.value
    if raw:
        sys.stdout.buffer.write(value or b"")
        return
    console = out()
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    error = headers_of(record)
    for name, text in ({} if error is None else error.model_dump(mode="json")).items():
        table.add_row(name.replace("_", " "), escape(str(text)))
    table.add_row("key", escape(_printable(record.key)))
    for name, header in own_headers(record):
        table.add_row(f"header {escape(name)}", escape(_printable(header)))
    table.add_row("value", "null" if value is None else f"{len(value):,} bytes")
    console.print(table)
    if value:
        cut = value if full else value[:SHOWN_BYTES]
        console.print()
        console.print(escape(cut.decode("utf-8", "backslashreplace")), soft_wrap=True)
        if len(cut) < len(value):
            err().print(f"[dim]… {len(value) - len(cut):,} more bytes (--full)[/]")


@app.command()
def redrive(
    letters: Annotated[list[str] | None, typer.Argument(metavar="[PARTITION:OFFSET]…")] = None,
    reason: Reason = None,
    everything: Annotated[bool, typer.Option("--all", help="Every letter that waits.")] = False,
    dry_run: Annotated[bool, typer.Option(help="Say how many would be sent back, and send none.")] = False,
) -> None:
    """Send dead letters back to the raw topic: chosen ones, those with a reason, or all. Each is sent back once.

    A letter goes back as it came, to the partition it came from, with the number of its attempts. What was sent is
    remembered in the same transaction: killed at any point, run it again.
    """
    from services.cli.letters import parse_id

    if sum(map(bool, (letters, reason, everything))) != 1:
        raise typer.BadParameter("name letters, or a --reason, or --all")
    wanted = {parse_id(letter) for letter in letters or []}
    count, refused = asyncio.run(_redrive(wanted, reason, dry_run=dry_run))
    err().print(f"{count} dead letters {'would be' if dry_run else 'were'} sent back")
    for letter, why in refused:
        err().print(f"[yellow]not sent back[/] {letter}: {why}")
    if refused:
        raise typer.Exit(ExitCode.PROBLEM)


async def _find() -> "list[Found]":
    from services.cli.connecting import broker_errors
    from services.cli.letters import find_letters
    from services.cli.reading import reader
    from services.kafka.settings import connection_settings
    from services.kafka.topics import TopicNames
    from services.replayer.redrive import redriven

    topic = TopicNames().dlq_topic
    with broker_errors():
        settings = connection_settings()
        async with reader(settings, [topic], from_beginning=True) as consumer:
            memory = await redriven(settings, topic, sorted(p.partition for p in consumer.assignment()))
            return await find_letters(consumer, memory)


async def _fetch_one(partition: int, offset: int) -> "ConsumerRecord":
    from services.cli.connecting import broker_errors
    from services.cli.letters import fetch
    from services.cli.reading import reader
    from services.kafka.settings import connection_settings
    from services.kafka.topics import TopicNames

    topic = TopicNames().dlq_topic
    with broker_errors():
        async with reader(connection_settings(), [topic], from_beginning=True) as consumer:
            async for record in fetch(consumer, topic, partition, [offset]):
                return record
    raise CommandError(f"letter {partition}:{offset} is not there", code=ExitCode.PROBLEM)


async def _redrive(
    wanted: set[tuple[int, int]], reason: str | None, *, dry_run: bool
) -> tuple[int, list[tuple[str, str]]]:
    """How many letters were sent back, and which of the wanted ones were not, and why."""
    from collections import defaultdict

    from services.cli.connecting import broker_errors
    from services.cli.letters import fetch, find_letters
    from services.cli.reading import reader
    from services.kafka.reach import reached_admin
    from services.kafka.settings import connection_settings
    from services.kafka.topic_admin import find_topics
    from services.kafka.topics import TopicNames
    from services.replayer.redrive import Target, redrive, redriven
    from services.replayer.redriven import TooScatteredError

    names = TopicNames()
    with broker_errors():
        settings = connection_settings()
        async with reached_admin(settings) as admin:
            raw = (await find_topics(admin, [names.raw_topic])).get(names.raw_topic)
        if raw is None:
            raise CommandError(f"there is no topic {names.raw_topic}", code=ExitCode.CONFIGURATION)
        async with reader(settings, [names.dlq_topic], from_beginning=True) as consumer:
            partitions = sorted(place.partition for place in consumer.assignment())
            found = await find_letters(consumer, await redriven(settings, names.dlq_topic, partitions))
            by_id = {(f.letter.partition, f.letter.offset): f for f in found}
            refused = [(f"{p}:{o}", why) for p, o in sorted(wanted) if (why := _why_not(by_id.get((p, o))))]
            chosen = {
                place
                for place, f in by_id.items()
                if not f.was_redriven
                and f.letter.headers
                and _has_reason(f, reason)
                and (not wanted or place in wanted)
            }
            if dry_run:
                return len(chosen), refused
            letters: dict[int, list[int]] = defaultdict(list)
            for f in found:
                letters[f.letter.partition].append(f.letter.offset)
            try:
                target = Target(names.raw_topic, raw.partitions, names.dlq_topic)
                count = await redrive(
                    settings,
                    target,
                    letters,
                    lambda partition, offset: (partition, offset) in chosen,
                    lambda partition, offsets: fetch(consumer, names.dlq_topic, partition, offsets),
                )
            except TooScatteredError as error:
                raise CommandError(
                    str(error), code=ExitCode.PROBLEM, hint="redrive all of them, or the oldest first"
                ) from error
            return count, refused


def _why_not(found: "Found | None") -> str | None:
    if found is None:
        return "it is not there"
    if found.was_redriven:
        return "it was sent back before"
    return None if found.letter.headers else "it is no dead letter of Dateline's"


def _has_reason(found: "Found", reason: str | None) -> bool:
    return reason is None or (found.letter.headers is not None and found.letter.headers.reason == reason)


def _show_table(found: "list[Found]") -> None:
    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column("letter", no_wrap=True)
    table.add_column("written", no_wrap=True, style="dim")
    table.add_column("key", overflow="ellipsis", max_width=32, no_wrap=True)
    table.add_column("reason", style="red", no_wrap=True)
    table.add_column("tries", justify="right")
    table.add_column("message", overflow="ellipsis", no_wrap=True)
    for each in found:
        error = each.letter.headers
        written = datetime.fromtimestamp(each.written / 1000, UTC)
        table.add_row(
            f"{each.letter.id}{' [dim](sent back)[/]' if each.was_redriven else ''}",
            f"{written:%Y-%m-%d %H:%M:%S}",
            escape(_printable(each.key)),
            error.reason if error else "[dim]foreign[/]",
            str(error.attempts) if error else "",
            escape(error.exception_message) if error else "",
        )
    out().print(table)


def _printable(data: bytes | None) -> str:
    return "null" if data is None else data.decode("utf-8", "backslashreplace")
