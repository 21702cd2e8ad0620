"""The jars of Apache Kafka: fetched from a Maven repository once, checked against pinned SHA-256 sums at every use."""

import hashlib
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from services.kafka.lock import only_one

# Called with the bytes that arrived; a negative number takes back those of a failed try.
Progress = Callable[[int], None]

# Enough to fill a line with 45 small files; more gain nothing.
_CONNECTIONS = 8
_TRIES = 3


class JarsError(RuntimeError):
    """The jars can't be had; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Jar:
    """One pinned artifact: SHA-256 in hex, size in bytes, Maven coordinates (group:artifact:version)."""

    sha256: str
    size: int
    coordinates: str

    @property
    def filename(self) -> str:
        """The file's name in the folder of jars: artifact-version.jar, as Maven names it."""
        _, artifact, version = self.coordinates.split(":")
        return f"{artifact}-{version}.jar"

    def is_intact(self, path: Path) -> bool:
        """Whether this very jar is at `path`, by size and SHA-256."""
        if not path.is_file() or path.stat().st_size != self.size:
            return False
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == self.sha256


def pinned_jars() -> tuple[Jar, ...]:
    """The list in jars.txt, which scripts/lock_jars.py writes."""
    lines = resources.files(__package__).joinpath("jars.txt").read_text("utf-8").splitlines()
    fields = (line.split() for line in lines)
    return tuple(Jar(sha256, int(size), coordinates) for sha256, size, coordinates in fields)


def kafka_version() -> str:
    """The version of Apache Kafka that is pinned, such as 4.4.0."""
    return next(jar.coordinates for jar in pinned_jars() if ":kafka_2.13:" in jar.coordinates).rpartition(":")[2]


def missing_jars(jars: tuple[Jar, ...], folder: Path) -> tuple[Jar, ...]:
    """Those that are not in `folder` or not intact there; reads every byte (0.1 s for Kafka's 45 MB)."""
    return tuple(jar for jar in jars if not jar.is_intact(folder / jar.filename))


def fetch_jars(jars: tuple[Jar, ...], folder: Path, *, repository: str | None = None, progress: Progress) -> None:
    """Bring `jars` into `folder`, several at a time; each appears there only when its checksum is right.

    A jar is the unit of resuming: what arrived whole before an interruption is not fetched again. `repository` is the
    address of a Maven repository, the central one unless given. Raises JarsError.
    """
    with only_one(folder), _empty_folder(folder / ".partial") as partial, ThreadPoolExecutor(_CONNECTIONS) as threads:
        # Another process may have fetched them while this one waited for the lock.
        missing = missing_jars(jars, folder)
        for jar in set(jars) - set(missing):
            progress(jar.size)
        tries = [threads.submit(_fetch, jar, folder, partial, repository, progress) for jar in missing]
        try:
            for done in as_completed(tries):
                done.result()
        except BaseException:
            threads.shutdown(cancel_futures=True)
            raise


def _fetch(jar: Jar, folder: Path, partial: Path, repository: str | None, progress: Progress) -> None:
    import requests  # noqa: PLC0415  # comes with the extra `local`, which only a local broker needs

    for attempt in range(1, _TRIES + 1):
        try:
            arrived = _download(jar, partial / str(attempt), repository, progress)
        except (requests.RequestException, OSError) as error:
            progress(-jar.size)
            if attempt == _TRIES:
                raise JarsError(_no_connection(jar, folder, error)) from error
        except RuntimeError as error:  # jgo says so when the repository answers, but not with the file
            raise JarsError(f"the Maven repository doesn't have {jar.coordinates}: {error}") from error
        else:
            if not jar.is_intact(arrived):
                raise JarsError(
                    f"{jar.coordinates} is not the file that jars.txt pins (SHA-256 {jar.sha256}, {jar.size} bytes); "
                    "it was thrown away. A proxy or mirror may have answered in its place: try another network, "
                    "or another repository with DATELINE_MAVEN_REPOSITORY"
                )
            arrived.replace(folder / jar.filename)
            return


def _download(jar: Jar, cache: Path, repository: str | None, progress: Progress) -> Path:
    """One try at a jar; returns where it is. What arrived is counted in `progress`, to the full size at most."""
    from jgo.maven import MavenContext, PythonResolver  # noqa: PLC0415  # the same extra

    counted = 0

    @contextmanager
    def count(_name: str, _size: int) -> Iterator[Progress]:
        def add(size: int) -> None:
            nonlocal counted
            size = min(size, jar.size - counted)
            counted += size
            progress(size)

        yield add

    group, artifact, version = jar.coordinates.split(":")
    context = MavenContext(
        resolver=PythonResolver(progress_callback=count),
        repo_cache=cache,
        local_repos=[],
        remote_repos={"central": repository.rstrip("/")} if repository else None,
    )
    try:
        path = Path(context.project(group, artifact).at_version(version).artifact().resolve())
    finally:
        # So that the caller may count every try as one whole jar, arrived or taken back.
        progress(jar.size - counted)
    return path


def _no_connection(jar: Jar, folder: Path, error: Exception) -> str:
    return (
        f"could not fetch {jar.coordinates} ({type(error).__name__}). A local Kafka needs the network once, to fetch "
        f"{len(pinned_jars())} jars into {folder}; those that arrived are kept. Connect and try again, name a mirror "
        "with DATELINE_MAVEN_REPOSITORY, copy the folder from another machine, or name a broker that runs already with "
        "DATELINE_BOOTSTRAP_SERVERS"
    )


@contextmanager
def _empty_folder(path: Path) -> Iterator[Path]:
    """A folder that is empty at the start, whatever a killed process left there, and gone at the end."""
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir()
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)
