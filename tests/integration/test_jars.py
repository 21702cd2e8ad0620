"""Fetching jars from a Maven repository: checked, resumed, and clear about what went wrong."""

import hashlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from services.kafka.jars import Jar, JarsError, fetch_jars, missing_jars


class Repository:
    """A Maven repository on this machine that can be told to fail."""

    def __init__(self) -> None:
        self.contents: dict[str, bytes] = {}
        self.asked: list[str] = []
        self.cut_once: set[str] = set()
        repository = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:  # http.server's name
                name = self.path.rpartition("/")[2]
                if name.endswith(".jar"):
                    repository.asked.append(name)
                content = repository.contents.get(name)
                if content is None:
                    self.send_error(404)
                    return
                self.send_response(200)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                cut = name in repository.cut_once
                repository.cut_once.discard(name)
                self.wfile.write(content[: len(content) // 2] if cut else content)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)

    @property
    def address(self) -> str:
        """Its URL."""
        return f"http://127.0.0.1:{self.server.server_port}/repository/"

    def add(self, name: str, content: bytes) -> Jar:
        """Put a jar there; returns its pin."""
        jar = Jar(hashlib.sha256(content).hexdigest(), len(content), f"org.example:{name}:1.0")
        self.contents[jar.filename] = content
        return jar


@pytest.fixture
def repository() -> Iterator[Repository]:
    """A repository that answers."""
    repository = Repository()
    thread = threading.Thread(target=repository.server.serve_forever)
    thread.start()
    yield repository
    repository.server.shutdown()
    repository.server.server_close()
    thread.join()


def test_fetches_what_is_missing_and_counts_its_bytes(repository: Repository, tmp_path: Path) -> None:
    """All jars arrive intact, the progress adds up to their size, and nothing else stays behind."""
    jars = tuple(repository.add(f"part-{n}", bytes([n]) * 50_000 * n) for n in range(1, 5))
    counted: list[int] = []
    fetch_jars(jars, tmp_path, repository=repository.address, progress=counted.append)
    assert missing_jars(jars, tmp_path) == ()
    assert sum(counted) == sum(jar.size for jar in jars)
    assert {path.name for path in tmp_path.iterdir()} == {jar.filename for jar in jars} | {".lock"}


def test_refuses_a_jar_with_another_checksum(repository: Repository, tmp_path: Path) -> None:
    """A file that is not the pinned one never reaches the folder, even if its size is right."""
    jar = repository.add("kafka", b"the real thing")
    repository.contents[jar.filename] = b"the fake thing"
    with pytest.raises(JarsError, match=r"kafka:1\.0 is not the file that jars\.txt pins"):
        fetch_jars((jar,), tmp_path, repository=repository.address, progress=lambda _: None)
    assert not (tmp_path / jar.filename).exists()


def test_resumes_after_a_failure(repository: Repository, tmp_path: Path) -> None:
    """What arrived before a failure is not asked for again."""
    jars = (repository.add("first", b"1" * 1000), repository.add("second", b"2" * 1000))
    second = repository.contents.pop(jars[1].filename)
    with pytest.raises(JarsError, match=r"doesn't have org\.example:second:1\.0"):
        fetch_jars(jars, tmp_path, repository=repository.address, progress=lambda _: None)
    assert missing_jars(jars, tmp_path) == (jars[1],)
    repository.contents[jars[1].filename] = second
    repository.asked.clear()
    fetch_jars(jars, tmp_path, repository=repository.address, progress=lambda _: None)
    assert repository.asked == [jars[1].filename]
    assert missing_jars(jars, tmp_path) == ()


def test_a_cut_connection_is_tried_again(repository: Repository, tmp_path: Path) -> None:
    """Half a file is thrown away, not taken for the whole, and the progress doesn't count it twice."""
    jar = repository.add("large", b"x" * 300_000)
    repository.cut_once.add(jar.filename)
    counted: list[int] = []
    fetch_jars((jar,), tmp_path, repository=repository.address, progress=counted.append)
    assert repository.asked == [jar.filename] * 2
    assert missing_jars((jar,), tmp_path) == ()
    assert sum(counted) == jar.size


def test_leftovers_of_a_killed_download_do_no_harm(repository: Repository, tmp_path: Path) -> None:
    """A truncated jar and a stale working folder are replaced."""
    jar = repository.add("kafka", b"k" * 1000)
    (tmp_path / jar.filename).write_bytes(b"k" * 999)
    stale = tmp_path / ".partial" / "1" / "org" / "example" / "kafka" / "1.0" / jar.filename
    stale.parent.mkdir(parents=True)
    stale.write_bytes(b"k" * 10)
    fetch_jars((jar,), tmp_path, repository=repository.address, progress=lambda _: None)
    assert missing_jars((jar,), tmp_path) == ()
    assert not (tmp_path / ".partial").exists()


def test_offline_says_what_to_do(repository: Repository, tmp_path: Path) -> None:
    """Without a network the error names the folder, the mirror setting and the way to do without."""
    jar = repository.add("kafka", b"k")
    with pytest.raises(JarsError) as caught:
        fetch_jars((jar,), tmp_path, repository="http://127.0.0.1:9/", progress=lambda _: None)
    for part in (str(tmp_path), "DATELINE_MAVEN_REPOSITORY", "DATELINE_BOOTSTRAP_SERVERS"):
        assert part in str(caught.value)
