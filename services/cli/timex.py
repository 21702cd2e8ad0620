"""`dateline timex`: the time expressions of a text, as a table, as TimeML or as JSON."""

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import asdict
from rich.table import Table

from services.cli.exits import CommandError, ExitCode
from services.cli.terminal import out

if TYPE_CHECKING:
    from spacy.language import Language

    from services.nlp.annotations import ReferenceTime, Timex

WANTED = "name a text file in UTF-8, or - for standard input"


def timex(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="A text file, or - for standard input.")],
    reference_time: Annotated[
        str | None,
        typer.Option(metavar="T", help="The day against which relative dates are resolved, e.g. 2016-05-04."),
    ] = None,
    timeml: Annotated[bool, typer.Option("--timeml", help="Write the text with TIMEX3 elements.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Write one JSON object.")] = False,
) -> None:
    """Find the time expressions of a text and say what each means."""
    if timeml and as_json:
        raise typer.BadParameter("choose one of --timeml and --json")
    when = moment(reference_time)
    text = read(file)
    nlp = pipeline()
    # Loading spaCy takes seconds, which --help and a mistyped option need not wait for.
    from services.nlp.annotations import Document
    from services.nlp.parsing import parse
    from services.nlp.timex import find_reference_time, find_timexes, to_timeml

    doc = parse(nlp, text)
    reference = find_reference_time(doc, Document(text, 0, when))
    found = find_timexes(doc, reference)
    # XML and JSON are UTF-8, whatever the terminal speaks.
    if timeml:
        typer.echo(to_timeml(text, found, reference, Path(file).stem if file != "-" else "stdin").encode(), nl=False)
    elif as_json:
        typer.echo(as_object(found, reference).encode())
    else:
        out().print(as_table(found, reference))


def read(file: str) -> str:
    """The text of a file, or of standard input; line ends stay as they are. Raises CommandError."""
    name = "standard input" if file == "-" else file
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return raw.decode("utf-8-sig")
    except OSError as error:
        raise CommandError(f"cannot read {name}: {error.strerror}", code=ExitCode.USAGE, hint=WANTED) from error
    except UnicodeDecodeError as error:
        problem = f"{name} is not UTF-8: byte 0x{error.object[error.start]:02x} at {error.start}"
        hint = f"{WANTED}; `iconv -f latin1 -t utf-8 FILE` turns another encoding into it"
        raise CommandError(problem, code=ExitCode.USAGE, hint=hint) from error


def pipeline() -> "Language":
    """The model, loaded. Raises CommandError where there is none."""
    from services.nlp.timex.tagging import default_pipeline

    try:
        return default_pipeline()
    except OSError as error:
        reason = str(error).splitlines()[0]
        hint = "`dateline doctor` checks the model"
        raise CommandError(f"cannot load the model: {reason}", code=ExitCode.CONFIGURATION, hint=hint) from error


def moment(written: str | None) -> datetime | None:
    """A reference time from the command line. Raises BadParameter where it is no ISO date."""
    try:
        return datetime.fromisoformat(written) if written else None
    except ValueError as error:
        raise typer.BadParameter(
            f"{written!r} is no ISO date such as 2016-05-04", param_hint="--reference-time"
        ) from error


def as_object(found: "tuple[Timex, ...]", reference: "ReferenceTime") -> str:
    """The expressions as the enriched article holds them."""
    value = {"reference_time": asdict(reference), "timexes": [asdict(one) for one in found]}
    return json.dumps(value, default=str, ensure_ascii=False, indent=2)


def as_table(found: "tuple[Timex, ...]", reference: "ReferenceTime") -> Table:
    """The expressions for people."""
    shown = f"{reference.value} ({reference.method.replace('_', ' ')})" if reference.value else "none"
    table = Table("text", "type", "value", "mod", "earliest", "latest", "rule", caption=f"reference time: {shown}")
    for one in found:
        cells = (one.text, one.type, one.value, one.mod, one.earliest, one.latest, one.rule)
        table.add_row(*("" if cell is None else str(cell) for cell in cells))
    return table
