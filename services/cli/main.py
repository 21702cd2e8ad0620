"""The `dateline` command. Every sub-command is one file of this room; none imports spaCy or aiokafka at its top.

Keeping those imports inside the commands makes `dateline --help` and shell completion answer at once.
"""

import sys
import traceback
from typing import Annotated

import typer

from services import __version__
from services.cli import dlq, kafka, schema, topics
from services.cli.demo import demo
from services.cli.doctor import doctor
from services.cli.enrich import enrich
from services.cli.exits import MEANINGS, CommandError, ExitCode
from services.cli.replay import replay
from services.cli.run import run
from services.cli.tail import tail
from services.cli.terminal import show_error
from services.cli.timex import timex

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


app.command("demo")(demo)
app.command("enrich")(enrich)
app.command("timex")(timex)
app.command("run")(run)
app.command("replay")(replay)
app.command("tail")(tail)
app.command("doctor")(doctor)
app.add_typer(dlq.app, name="dlq")
app.add_typer(topics.app, name="topics")
app.add_typer(schema.app, name="schema")
app.add_typer(kafka.app, name="kafka")


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
