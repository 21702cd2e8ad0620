"""How far a replay has come, as it is kept on the broker: a committed offset and its metadata.

The offset is the number of articles sent. The metadata holds the hash chain over them, so that a replay that goes on
knows whether the files still begin with what was sent. See docs/decisions/0031-resumable-replay.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Self

from services.replayer.articles import DIGEST_BYTES
from services.replayer.plan import START, Entry, chain

FORMAT = "chain1"


class ArchiveChangedError(Exception):
    """The files do not begin with the articles that were sent; going on would lose or double some."""


@dataclass(frozen=True, slots=True)
class Progress:
    """`sent` articles, and the hash chain over them."""

    sent: int = 0
    link: bytes = START

    def after(self, entries: Iterable[Entry]) -> Self:
        """The progress when these were sent, too."""
        sent, link = self.sent, self.link
        for entry in entries:
            sent, link = sent + 1, chain(link, entry)
        return type(self)(sent, link)

    def to_metadata(self) -> str:
        """For the offset's metadata, 39 characters (the broker takes 4096)."""
        return f"{FORMAT}:{self.link.hex()}"

    @classmethod
    def from_offset(cls, offset: int, metadata: str) -> Self:
        """Read back; −1 is the broker's word for none. Raises ArchiveChangedError where the metadata is not ours."""
        if offset < 0:
            return cls()
        form, _, link = metadata.partition(":")
        if form != FORMAT or len(link) != 2 * DIGEST_BYTES:
            raise ArchiveChangedError(f"the progress on the broker is not a replay's: {metadata!r}")
        return cls(offset, bytes.fromhex(link))


def remaining(entries: tuple[Entry, ...], progress: Progress, limit: int | None = None) -> tuple[Entry, ...]:
    """What is left of the first `limit` entries. Raises ArchiveChangedError unless they begin with what was sent."""
    if len(entries) < progress.sent or Progress().after(entries[: progress.sent]) != progress:
        raise ArchiveChangedError(f"the files do not begin with the {progress.sent} articles that were sent")
    return entries[progress.sent : limit]


def default_name(paths: Iterable[Path], topic: str) -> str:
    """The name of a replay of these files and folders into this topic: the same while they are given in one order."""
    return sha256("\0".join([topic, *(str(path.resolve()) for path in paths)]).encode()).hexdigest()[:12]
