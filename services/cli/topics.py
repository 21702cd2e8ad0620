"""`dateline topics`: create the topics, and check those that are there."""

import asyncio
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from services.cli.exits import ExitCode
from services.cli.terminal import out

if TYPE_CHECKING:
    from services.kafka.topics import Problem, TopicNames

app = typer.Typer(help="Create the raw, enriched and dead-letter topics, and check them.", no_args_is_help=True)

Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]


@app.command()
def create(
    partitions: Annotated[
        int | None, typer.Option(min=1, help="Of each new topic; without it as many as the existing ones, else 12.")
    ] = None,
    copies: Annotated[
        int | None, typer.Option("--replication-factor", min=1, help="Without it 3, or as many as there are brokers.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Create the topics that are missing, leave the others as they are, then check all.

    Exits 0 when all is well, 1 when a topic that was there already doesn't fit, 3 for settings, 4 for the broker.
    """
    created, problems = asyncio.run(_create(partitions, copies))
    if as_json:
        typer.echo(json.dumps({"created": created, "problems": [asdict(problem) for problem in problems]}, indent=2))
    else:
        for name, is_new in created.items():
            out().print(f"[green]created[/]  {escape(name)}" if is_new else f"[dim]existed[/]  {escape(name)}")
        _show(problems)
    if problems:
        raise typer.Exit(ExitCode.PROBLEM)


@app.command()
def check(as_json: Json = False) -> None:
    """Say what is wrong with the topics and how to put it right.

    Exits 0 when all is well, 1 when something is missing or wrong, 3 for settings, 4 for the broker.
    """
    problems = asyncio.run(_check())
    if as_json:
        typer.echo(json.dumps({"problems": [asdict(problem) for problem in problems]}, indent=2))
    else:
        _show(problems)
        if not problems:
            out().print("[green]all is well[/] with the three topics")
    if problems:
        raise typer.Exit(ExitCode.PROBLEM)


async def _create(partitions: int | None, copies: int | None) -> "tuple[dict[str, bool], tuple[Problem, ...]]":
    from services.cli.connecting import broker_errors
    from services.kafka.reach import reached_admin
    from services.kafka.settings import connection_settings
    from services.kafka.topic_admin import create_topics, find_topics
    from services.kafka.topics import TopicNames, find_problems

    names = TopicNames()
    with broker_errors():
        async with reached_admin(connection_settings()) as admin:
            created = await create_topics(admin, names, partitions=partitions, copies=copies)
            return created, find_problems(names, await find_topics(admin, _three(names)))


async def _check() -> "tuple[Problem, ...]":
    from services.cli.connecting import broker_errors
    from services.kafka.reach import reached_admin
    from services.kafka.settings import connection_settings
    from services.kafka.topic_admin import find_topics
    from services.kafka.topics import TopicNames, find_problems

    names = TopicNames()
    with broker_errors():
        async with reached_admin(connection_settings()) as admin:
            return find_problems(names, await find_topics(admin, _three(names)))


def _three(names: "TopicNames") -> tuple[str, str, str]:
    return names.raw_topic, names.enriched_topic, names.dlq_topic


def _show(problems: "tuple[Problem, ...]") -> None:
    for problem in problems:
        out().print(f"[red]{escape(problem.topic)}[/]: {escape(problem.what)}", soft_wrap=True)
        out().print(f"  [cyan]hint:[/] {escape(problem.hint)}", soft_wrap=True)
