"""`dateline tail`: enriched articles or dead letters, as they come."""

import asyncio
import json
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.table import Table

from services.cli.exits import ExitCode
from services.cli.terminal import err, out

if TYPE_CHECKING:
    from aiokafka import ConsumerRecord


def tail(
    dead_letters: Annotated[bool, typer.Option("--dlq", help="Dead letters instead of enriched articles.")] = False,
    from_beginning: Annotated[bool, typer.Option("--from-beginning", help="First what is there already.")] = False,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="End after N records.")] = None,
    seconds: Annotated[float | None, typer.Option(min=0, metavar="S", help="End when none came for S seconds.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the records' values, one JSON a line.")] = False,
) -> None:
    """Show records as they are published, until Ctrl-C; committed ones only."""
    try:
        asyncio.run(
            _tail(dead_letters=dead_letters, beginning=from_beginning, limit=limit, idle=seconds, as_json=as_json)
        )
    except KeyboardInterrupt:
        raise typer.Exit(ExitCode.INTERRUPTED) from None


async def _tail(*, dead_letters: bool, beginning: bool, limit: int | None, idle: float | None, as_json: bool) -> None:
    from services.cli.connecting import broker_errors
    from services.cli.reading import poll, reader
    from services.kafka.settings import connection_settings
    from services.kafka.topics import TopicNames

    names = TopicNames()
    topic = names.dlq_topic if dead_letters else names.enriched_topic
    show = _json_line if as_json else (_show_letter if dead_letters else _show_article)
    clock = asyncio.get_running_loop().time
    shown = 0
    with broker_errors():
        async with reader(connection_settings(), [topic], from_beginning=beginning) as consumer:
            err().print(f"[dim]{escape(topic)}: {'from its beginning' if beginning else 'what comes from now on'}[/]")
            last = clock()
            while idle is None or clock() - last < idle:
                for record in await poll(consumer):
                    show(record)
                    last = clock()
                    shown += 1
                    if shown == limit:
                        return


def _json_line(record: "ConsumerRecord") -> None:
    """The value where it is JSON; a string of what it holds where it is not."""
    value = record.value
    try:
        parsed = None if value is None else json.loads(value)
        typer.echo("null" if value is None else json.dumps(parsed, ensure_ascii=False))
    except ValueError:
        typer.echo(json.dumps((value or b"").decode("utf-8", "backslashreplace")))


def _show_article(record: "ConsumerRecord") -> None:
    from pydantic import ValidationError

    from schemas import EnrichedArticle
    from services.cli.articles_table import columns, row

    console = out()
    if record.value is None:
        console.print(f"[dim]withdrawn[/] {escape((record.key or b'').decode('utf-8', 'backslashreplace'))}")
        return
    try:
        article = EnrichedArticle.model_validate_json(record.value)
    except ValidationError as error:
        err().print(f"[red]breaks the contract[/] {record.partition}:{record.offset}: {escape(str(error))}")
        return
    table = columns(Table(box=None, show_header=False, expand=True), console.width)
    table.add_row(*row(article, console.width))
    console.print(table)


def _show_letter(record: "ConsumerRecord") -> None:
    from services.cli.letters import headers_of

    error = headers_of(record)
    key = (record.key or b"null").decode("utf-8", "backslashreplace")
    why = f"[red]{error.reason}[/] {escape(error.exception_message)}" if error else "[dim]no dead letter of ours[/]"
    out().print(f"{record.partition}:{record.offset}  {escape(key)}  {why}", soft_wrap=True)
