"""One process at a time."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Wait until no other process is in here for the same folder; the lock goes with the process that holds it.

    The folder may be deleted in here, with the lock in it.
    """
    while True:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / ".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            # Whoever had it before may have deleted it: then others lock another file by now.
            if _is_at(lock, folder / ".lock"):
                yield
                return


def _is_at(file: IO[str], path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False
