"""What a replay sends and in which order.

Memory: 530 bytes an article while planning and 280 afterwards (measured), however long the articles are.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from services.replayer.articles import DIGEST_BYTES, Article
from services.replayer.files import Place, Problem, find_files, read_file

START = bytes(DIGEST_BYTES)
"""The chain of a replay that has sent nothing."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One article to send: where it stands, what it must still say then, and when it was published."""

    place: Place
    digest: bytes
    published_at: datetime | None


@dataclass(frozen=True, slots=True)
class Selection:
    """Which articles to send. `since` is inclusive, `until` exclusive; articles without a time pass neither."""

    since: datetime | None = None
    until: datetime | None = None
    published_at: datetime | None = None
    chronological: bool = False

    def takes(self, published_at: datetime | None) -> bool:
        """Whether an article published then is to be sent."""
        if self.since is None and self.until is None:
            return True
        if published_at is None:
            return False
        return (self.since is None or published_at >= self.since) and (self.until is None or published_at < self.until)


@dataclass(frozen=True, slots=True)
class Plan:
    """The articles in the order of sending, and what was left out on the way."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...] = ()
    duplicates: int = 0
    not_selected: int = 0


def make_plan(paths: Iterable[Path], selection: Selection) -> Plan:
    """Read every file once. An article that comes twice, by id, version and content, is planned once.

    Order: that of the files; with `selection.chronological` by time of publication, where an article without one
    stays behind the article before it.
    """
    entries: list[Entry] = []
    problems: list[Problem] = []
    seen: dict[tuple[bytes, int], tuple[bytes, Place]] = {}
    duplicates = not_selected = 0
    for file in find_files(paths):
        for found in [file] if isinstance(file, Problem) else read_file(file, selection.published_at):
            if isinstance(found, Problem):
                problems.append(found)
                continue
            place, article = found
            if not selection.takes(article.published_at):
                not_selected += 1
            elif (first := seen.setdefault((_short(article), article.version), (article.digest, place)))[1] != place:
                if first[0] == article.digest:
                    duplicates += 1
                else:
                    problems.append(Problem(place, f"same article_id and version as {first[1]}, but other content"))
            else:
                entries.append(Entry(place, article.digest, article.published_at))
    ordered = in_order(entries) if selection.chronological else entries
    return Plan(tuple(ordered), tuple(problems), duplicates, not_selected)


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """By time of publication; entries without one keep their place behind the entry before them."""
    last: datetime | None = None
    timed: list[tuple[float, Entry]] = []
    for entry in entries:
        last = entry.published_at or last
        timed.append((last.timestamp() if last else float("-inf"), entry))
    return [entry for _, entry in sorted(timed, key=lambda pair: pair[0])]


def chain(link: bytes, entry: Entry) -> bytes:
    """The next link: equal for two replays exactly if they sent the same articles in the same order (a hash chain)."""
    return sha256(link + entry.digest).digest()[:DIGEST_BYTES]


def _short(article: Article) -> bytes:
    return sha256(article.key).digest()[:DIGEST_BYTES]
