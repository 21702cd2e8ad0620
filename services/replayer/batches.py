"""A plan handed out as it becomes due: what one transaction carries."""

from datetime import datetime

from services.replayer.articles import Article, BadArticleError
from services.replayer.files import read_again
from services.replayer.pace import Pace
from services.replayer.plan import Entry
from services.replayer.progress import ArchiveChangedError

BATCH = 100
"""Articles a transaction, at most: what is due is sent at once, so a slow pace makes small ones."""

BATCH_BYTES = 4 * 1024 * 1024
"""Bytes a transaction, about: memory stays bounded whatever the articles' size."""


class Batches:
    """Entries and the seconds after the start at which each is due; their articles are read only when they are."""

    def __init__(self, entries: tuple[Entry, ...], pace: Pace, published_at: datetime | None) -> None:
        self._rest = zip(entries, pace.due(entries), strict=True)
        self._published_at = published_at
        self._next = next(self._rest, None)

    @property
    def due(self) -> float | None:
        """When the next entry is due; None at the end."""
        return self._next[1] if self._next else None

    def take(self, now: float) -> list[tuple[Entry, Article]]:
        """What is due by `now`, in order. Raises ArchiveChangedError where a file no longer says what it said."""
        taken: list[tuple[Entry, Article]] = []
        size = 0
        while self._next and self._next[1] <= now and len(taken) < BATCH and size < BATCH_BYTES:
            entry = self._next[0]
            article = self._read(entry)
            taken.append((entry, article))
            size += len(article.value)
            self._next = next(self._rest, None)
        return taken

    def _read(self, entry: Entry) -> Article:
        try:
            article = read_again(entry.place, self._published_at)
        except (BadArticleError, OSError) as error:
            raise ArchiveChangedError(f"{entry.place} cannot be read again: {error}") from error
        if article.digest != entry.digest:
            raise ArchiveChangedError(f"{entry.place} was changed while it was replayed")
        return article
