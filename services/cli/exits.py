"""What the exit codes mean, and the error that a command ends with."""

from enum import IntEnum


class ExitCode(IntEnum):
    """Every code that `dateline` exits with; docs/reference/cli.md lists them from here."""

    OK = 0
    PROBLEM = 1
    USAGE = 2
    CONFIGURATION = 3
    BROKER = 4
    INTERNAL = 5
    INTERRUPTED = 130


MEANINGS = {
    ExitCode.OK: "done",
    ExitCode.PROBLEM: "done, but the command found a problem: a bad file, a breaking change, a failed check",
    ExitCode.USAGE: "wrong usage: an unknown option, a missing argument, a file that is not there",
    ExitCode.CONFIGURATION: "a setting is missing or wrong",
    ExitCode.BROKER: "the broker cannot be reached, or refuses us",
    ExitCode.INTERNAL: "a fatal error that none of the others names; standard error says which",
    ExitCode.INTERRUPTED: "interrupted with Ctrl-C",
}


class CommandError(Exception):
    """Ends a command: what went wrong, what to do about it, and the exit code."""

    def __init__(self, message: str, *, code: ExitCode, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.hint = hint
