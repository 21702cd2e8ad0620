"""`dateline doctor`: is everything there that the service needs, and if not, what to do."""

import asyncio
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from services.cli.exits import ExitCode
from services.cli.terminal import err, out

if TYPE_CHECKING:
    from services.cli.checks import Check, Status

MARKS: "dict[Status, str]" = {
    "ok": "[green]✓[/]",
    "advice": "[yellow]![/]",
    "wrong": "[red]✗[/]",
    "skipped": "[dim]-[/]",
}


def doctor(as_json: Annotated[bool, typer.Option("--json", help="Print the checks as JSON.")] = False) -> None:
    """Check Python, settings, model, broker and topics; say how to mend what is wrong. Exits 1 if anything is."""
    with err().status("looking"):
        found = asyncio.run(_all())
    if as_json:
        typer.echo(json.dumps([asdict(check) for check in found], indent=2, ensure_ascii=False))
    else:
        for check in found:
            _show(check)
    if any(check.status == "wrong" for check in found):
        raise typer.Exit(ExitCode.PROBLEM)


async def _all() -> "list[Check]":
    from services.cli.checks import checks

    return [check async for check in checks()]


def _show(check: "Check") -> None:
    out().print(f"{MARKS[check.status]} [bold]{check.name:<9}[/] {escape(check.what)}", soft_wrap=True)
    if check.hint:
        out().print(f"            [cyan]hint:[/] {escape(check.hint)}", soft_wrap=True)
