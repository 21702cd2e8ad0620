"""`dateline dlq`: look at dead letters, and send them back to the raw topic."""

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.table import Table

from services.cli.exits import ExitCode
from services.cli.terminal import err, out

if TYPE_CHECKING:
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
    from services.cli.dlq_broker import find_all, has_reason
    from services.cli.letters import as_json as to_json

    found = asyncio.run(find_all())
    chosen = [f for f in found if (everything or not f.was_redriven) and has_reason(f, reason)]
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

    from services.cli.dlq_broker import fetch_one
    from services.cli.letters import headers_of, own_headers, parse_id

    record = asyncio.run(fetch_one(*parse_id(letter)))
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
    from services.cli.dlq_broker import send_back
    from services.cli.letters import parse_id

    if sum(map(bool, (letters, reason, everything))) != 1:
        raise typer.BadParameter("name letters, or a --reason, or --all")
    wanted = {parse_id(letter) for letter in letters or []}
    count, refused = asyncio.run(send_back(wanted, reason, dry_run=dry_run))
    err().print(f"{count} dead letters {'would be' if dry_run else 'were'} sent back")
    for letter, why in refused:
        err().print(f"[yellow]not sent back[/] {letter}: {why}")
    if refused:
        raise typer.Exit(ExitCode.PROBLEM)


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
