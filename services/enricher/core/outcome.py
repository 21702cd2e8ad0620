"""What becomes of one record. There are three outcomes and no fourth."""

from dataclasses import dataclass, field
from typing import Literal

from schemas.dead_letter import DeadLetterReason
from schemas.vocabulary import AnalysisStatus, DatingMethod

Stage = Literal["decode", "analyse", "encode", "worker"]

MESSAGE_CHARACTERS = 1000
"""Of an error's message this many characters are kept: enough to see why, too few to copy the article into a header."""


@dataclass(frozen=True, slots=True)
class Enriched:
    """An enriched article, encoded, and what is counted of it."""

    key: bytes
    value: bytes
    status: AnalysisStatus
    entities: int = 0
    events: dict[DatingMethod, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A null value with a key: it says that the article was withdrawn and is handed on as it came."""


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """A record that can't be enriched, why, where on its way, and how often it was tried just now."""

    reason: DeadLetterReason
    stage: Stage
    error: str
    message: str
    tries: int = 1

    @classmethod
    def of(
        cls, reason: DeadLetterReason, stage: Stage, error: BaseException, message: str | None = None
    ) -> "DeadLetter":
        """A dead letter for an exception; its message is cut short and always encodable."""
        text = str(error) if message is None else message
        printable = text.encode("utf-8", "backslashreplace").decode("utf-8")[:MESSAGE_CHARACTERS]
        return cls(reason, stage, type(error).__name__, printable)


Outcome = Enriched | Tombstone | DeadLetter
