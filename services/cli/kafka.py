"""`dateline kafka`: a real Apache Kafka on this machine, for people without a cluster at hand."""

import json
import os
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from services.cli.exits import CommandError, ExitCode
from services.cli.terminal import err, out

if TYPE_CHECKING:
    from pathlib import Path

    from services.kafka.standing import Standing

app = typer.Typer(
    help="Start, stop and look at a real Apache Kafka on this machine: no Docker, no Java needed.", no_args_is_help=True
)

Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]


@app.command()
def up(
    port: Annotated[
        int | None,
        typer.Option(min=1, max=65_535, help="For clients; without it that of last time, else 9092, else a free one."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Start the broker and wait until it answers. It goes on after this command; its data survive a restart.

    The first time fetches Kafka's jars (45 MB). Exits 0 when it is up, whoever started it; 4 when it can't be started.
    """
    from services.kafka.jars import JarsError, kafka_version
    from services.kafka.jars_progress import kafka_jars
    from services.kafka.java import JavaMissingError
    from services.kafka.local import BrokerError
    from services.kafka.standing import bring_up

    try:
        kafka_jars(err())
        with err().status("Starting Apache Kafka"):
            standing, started = bring_up(_folder(), port)
    except (JarsError, JavaMissingError, BrokerError) as error:
        raise CommandError(str(error), code=ExitCode.BROKER) from error
    if as_json:
        _print_json(standing, started=started)
        return
    console = out()
    how = "is up" if started else "was up already"
    console.print(f"[green]Apache Kafka {kafka_version()} {how}[/] at {standing.bootstrap_servers}", soft_wrap=True)
    if standing.bootstrap_servers != _default_address():
        console.print(f"export DATELINE_BOOTSTRAP_SERVERS={standing.bootstrap_servers}", soft_wrap=True)


@app.command()
def down(
    delete_data: Annotated[bool, typer.Option("--delete-data", help="Delete its topics and all they hold.")] = False,
    as_json: Json = False,
) -> None:
    """Shut the broker down in an orderly way. Exits 0 also when it was not up."""
    from services.kafka.local import BrokerError
    from services.kafka.standing import take_down

    folder = _folder()
    try:
        was_up = take_down(folder, delete_data=delete_data)
    except BrokerError as error:
        raise CommandError(str(error), code=ExitCode.BROKER) from error
    if as_json:
        typer.echo(json.dumps({"state": "down", "was_up": was_up, "data": None if delete_data else str(folder)}))
        return
    kept = "its data are deleted" if delete_data else f"its data stay in {folder}"
    out().print(f"{'The broker is down' if was_up else 'No broker was up'}; {escape(kept)}", soft_wrap=True)


@app.command()
def status(as_json: Json = False) -> None:
    """Say whether the broker is up, and where. Exits 0 when it answers, 1 when it doesn't."""
    from services.kafka.local import BrokerError
    from services.kafka.standing import find

    try:
        standing = find(_folder())
    except BrokerError as error:
        raise CommandError(str(error), code=ExitCode.BROKER) from error
    if as_json:
        _print_json(standing)
    elif standing is None or not standing.is_running():
        out().print("down; start it with `dateline kafka up`")
    elif standing.is_ready():
        out().print(f"[green]up[/] at {standing.bootstrap_servers}, process {standing.pid}", soft_wrap=True)
    else:
        out().print(f"[red]not answering[/], process {standing.pid}; see {escape(str(standing.log))}", soft_wrap=True)
    if standing is None or not standing.is_ready():
        raise typer.Exit(ExitCode.PROBLEM)


def _folder() -> "Path":
    from services.kafka.cache import cache_folder

    return cache_folder(os.environ) / "kafka"


def _default_address() -> str:
    from services.kafka.settings import ConnectionSettings

    return str(ConnectionSettings.model_fields["bootstrap_servers"].default)


def _print_json(standing: "Standing | None", **more: bool) -> None:
    if standing is None or not standing.is_running():
        typer.echo(json.dumps({"state": "down"} | more))
        return
    fields = {
        "state": "up" if standing.is_ready() else "not answering",
        "bootstrap_servers": standing.bootstrap_servers,
        "pid": standing.pid,
        "folder": str(standing.folder),
        "log": str(standing.log),
    }
    typer.echo(json.dumps(fields | more, indent=2))
