"""Where commands print: results to standard output, everything about them to standard error.

rich leaves colours and boxes' control codes out where the stream is no terminal, and colours out where NO_COLOR is set.
"""

from rich.console import Console
from rich.markup import escape

from services.cli.exits import CommandError

STYLES = {"error": "bold red", "hint": "cyan", "warning": "yellow", "good": "green"}


def out() -> Console:
    """Standard output, for what was asked for."""
    return Console(highlight=False)


def err() -> Console:
    """Standard error, for progress, warnings and errors."""
    return Console(stderr=True, highlight=False)


def show_error(error: CommandError) -> None:
    """One line for what went wrong, one for what to do about it."""
    console = err()
    console.print(f"[{STYLES['error']}]error:[/] {escape(error.message)}", soft_wrap=True)
    if error.hint:
        console.print(f"[{STYLES['hint']}]hint:[/] {escape(error.hint)}", soft_wrap=True)
