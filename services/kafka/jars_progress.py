"""Fetching Kafka's jars with a progress bar, for commands, the demo and the tests."""

import os
import sys
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

from services.kafka.cache import cache_folder
from services.kafka.jars import fetch_jars, missing_jars, pinned_jars


def kafka_jars(console: Console | None = None) -> tuple[Path, ...]:
    """The jars of Apache Kafka, intact, fetched now if they must be. Raises JarsError."""
    jars = pinned_jars()
    folder = cache_folder(os.environ) / "jars"
    if missing_jars(jars, folder):
        _fetch_with_bar(folder, console or Console(file=sys.stderr))
    return tuple(folder / jar.filename for jar in jars)


def _fetch_with_bar(folder: Path, console: Console) -> None:
    jars = pinned_jars()
    total = sum(jar.size for jar in jars)
    if not console.is_terminal:
        console.print(f"Fetching Apache Kafka: {len(jars)} jars, {total / 1e6:.0f} MB, into {folder}", soft_wrap=True)
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task("Fetching Apache Kafka", total=total)
        fetch_jars(
            jars,
            folder,
            repository=os.environ.get("DATELINE_MAVEN_REPOSITORY"),
            progress=lambda size: bar.advance(task, size),
        )
