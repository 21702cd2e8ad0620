"""`dateline schema`: the contracts as JSON Schema, and what a change of them breaks."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.table import Table

from services.cli.exits import CommandError, ExitCode
from services.cli.terminal import out

if TYPE_CHECKING:
    from schemas.diff import Change
    from schemas.export import JsonSchema

app = typer.Typer(help="Print or write the contracts as JSON Schema, and compare two versions.", no_args_is_help=True)

SIDES = {"reader": "readers", "writer": "writers"}


@app.command("export")
def export_command(
    folder: Annotated[Path | None, typer.Option("--out", help="Write one file a contract here.")] = None,
) -> None:
    """Print every contract as JSON Schema (draft 2020-12), or write them into a folder."""
    from schemas.export import export, schemas

    if folder is None:
        typer.echo(json.dumps(schemas(), indent=2, ensure_ascii=False))
        return
    try:
        written = export(folder)
    except OSError as error:
        raise CommandError(f"cannot write to {folder}: {error.strerror}", code=ExitCode.USAGE) from error
    for path in written:
        typer.echo(path)


@app.command("diff")
def diff_command(
    old: Annotated[Path, typer.Argument(help="The earlier schema, or a folder of them.", exists=True)],
    new: Annotated[
        Path | None, typer.Argument(help="The later one; without it, the contracts of this version.", exists=True)
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the changes as JSON.")] = False,
) -> None:
    """Say which changes break readers of the old schema and which break its writers. Exits 1 if any does."""
    before, after = _load(old), _current() if new is None else _load(new)
    if new is not None and old.is_file() and new.is_file():
        after = dict(zip(before, after.values(), strict=True))
    changes: list[tuple[str, Change]] = []
    for name in sorted(before.keys() | after.keys()) if old.is_dir() else before:
        changes += [(name, change) for change in _compare(name, before, after)]
    if as_json:
        fields = [{"schema": n, "path": c.path, "change": c.what, "breaks": list(c.breaks)} for n, c in changes]
        typer.echo(json.dumps(fields, indent=2, ensure_ascii=False))
    else:
        _show(changes)
    if any(change.breaks for _, change in changes):
        raise typer.Exit(ExitCode.PROBLEM)


def _compare(name: str, before: "dict[str, JsonSchema]", after: "dict[str, JsonSchema]") -> "list[Change]":
    from schemas.diff import Change, diff

    if name not in after:
        return [Change("$", "the contract is gone", ("reader", "writer"))]
    if name not in before:
        return [Change("$", "a new contract")]
    try:
        return diff(before[name], after[name])
    except ValueError as error:
        raise CommandError(f"{name}: {error}", code=ExitCode.USAGE) from error


def _current() -> "dict[str, JsonSchema]":
    from schemas.export import schemas

    return dict(schemas())


def _load(path: Path) -> "dict[str, JsonSchema]":
    files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    try:
        return {file.name: json.loads(file.read_text("utf-8")) for file in files}
    except (OSError, ValueError) as error:
        raise CommandError(f"{path} is no JSON Schema: {error}", code=ExitCode.USAGE) from error


def _show(changes: "list[tuple[str, Change]]") -> None:
    console = out()
    if not changes:
        console.print("[green]no change[/]")
        return
    table = Table("breaks", "schema", "where", "what", box=None, pad_edge=False, header_style="bold")
    for name, change in changes:
        breaks = " and ".join(SIDES[side] for side in change.breaks)
        table.add_row(
            f"[red]{breaks}[/]" if breaks else "[green]nobody[/]",
            escape(name),
            escape(change.path),
            escape(change.what),
        )
    console.print(table)
