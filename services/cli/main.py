"""The `dateline` command. Every sub-command is one file of this room; none imports spaCy or aiokafka at its top.

Keeping those imports inside the commands makes `dateline --help` and shell completion answer at once.
"""

import importlib
import importlib.util
import sys
import traceback
from typing import Annotated

import typer

from services import __version__
from services.cli.exits import MEANINGS, CommandError, ExitCode
from services.cli.terminal import show_error

EPILOG = "Exit codes: " + "; ".join(f"{code.value} {meaning.split(':')[0]}" for code, meaning in MEANINGS.items())

app = typer.Typer(
    name="dateline",
    help="Dated events from a stream of news articles: Kafka in, Kafka out, exactly once.",
    epilog=EPILOG,
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

COMMANDS = ("demo", "enrich", "timex", "run", "replay", "tail", "doctor")
GROUPS = ("dlq", "topics", "schema", "kafka")


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"dateline {__version__}")
        raise typer.Exit


@app.callback()
def dateline(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Dated events from a stream of news articles: Kafka in, Kafka out, exactly once."""


def _mount() -> None:
    for name in COMMANDS:
        if importlib.util.find_spec(f"services.cli.{name}"):
            app.command(name)(getattr(importlib.import_module(f"services.cli.{name}"), name))
    for name in GROUPS:
        if importlib.util.find_spec(f"services.cli.{name}"):
            app.add_typer(importlib.import_module(f"services.cli.{name}").app, name=name)


_mount()


def main() -> None:
    """Run the command line and exit with one of the documented codes."""
    try:
        app()
    except CommandError as error:
        show_error(error)
        sys.exit(error.code)
    except Exception:  # noqa: BLE001  # the last resort: said in full, and with its own exit code
        traceback.print_exc()
        sys.exit(ExitCode.INTERNAL)
