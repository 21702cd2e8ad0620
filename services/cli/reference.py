"""docs/reference/cli.md, from the command line itself: `python -m services.cli.reference > docs/reference/cli.md`."""

import inspect
import sys
from collections.abc import Iterator
from typing import Any

import typer
from typer.main import get_command

from services.cli.exits import MEANINGS
from services.cli.main import app

HEAD = """# The `dateline` command

Written by `python -m services.cli.reference`; a test fails where it differs from the command line.

Results go to standard output, everything about them to standard error. Colours and progress bars appear on a
terminal only, colours not where `NO_COLOR` is set. Settings come from the environment, with the prefix `DATELINE_`.
`dateline --install-completion` teaches your shell to complete commands and options.

## Exit codes

| code | meaning |
|---|---|
"""


def reference() -> str:
    """The whole page, in Markdown."""
    command = get_command(app)
    codes = "".join(f"| {code.value} | {meaning} |\n" for code, meaning in MEANINGS.items())
    with typer.Context(command, info_name="dateline") as context:
        sections = "\n".join(_sections(command, context))
    return f"{HEAD}{codes}\n{sections}"


def _sections(command: Any, context: Any) -> Iterator[str]:  # noqa: ANN401  # typer's own click has no public types
    """One section a command, groups before what is in them."""
    path = context.command_path
    if path != "dateline":
        yield f"## `{path}`\n"
    yield f"{inspect.cleandoc(command.help or '')}\n"
    usage = " ".join([path, *command.collect_usage_pieces(context)])
    yield f"```console\n$ {usage}\n```\n"
    rows = [record for parameter in command.get_params(context) if (record := parameter.get_help_record(context))]
    if rows:
        yield "| | |\n|---|---|"
        yield "\n".join(f"| `{_cell(name)}` | {_cell(text)} |" for name, text in rows) + "\n"
    for name in command.list_commands(context) if hasattr(command, "list_commands") else ():
        child = command.get_command(context, name)
        with type(context)(child, info_name=name, parent=context) as inner:
            yield from _sections(child, inner)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    sys.stdout.write(reference())
