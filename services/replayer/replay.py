"""Sends a plan: at its pace, in transactions that carry the progress, over as many sessions as the broker needs."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from aiokafka import TopicPartition
from aiokafka.errors import InvalidProducerEpoch, MessageSizeTooLargeError, ProducerFenced
from aiokafka.structs import OffsetAndMetadata

from services.kafka.committed import read_committed_offset
from services.kafka.reach import REFUSALS, BrokerRefusesError
from services.kafka.settings import ConnectionSettings
from services.kafka.transactions import Message, TransactionalProducer
from services.replayer.batches import Batches
from services.replayer.pace import Pace
from services.replayer.plan import Entry
from services.replayer.progress import ArchiveChangedError, Progress, remaining

PATIENCE_SECONDS = 60.0
"""How long a broker may be away before the replay gives up; it can be taken up again."""

BACK_OFF_SECONDS = (0.2, 0.5, 1.0, 2.0, 5.0)


WAITING_IS_OF_NO_USE: tuple[type[Exception], ...] = (ArchiveChangedError, BrokerRefusesError, *REFUSALS)


class TakenOverError(Exception):
    """Another replay with this name has started; it goes on from where this one was stopped."""


class TooLargeError(Exception):
    """The topic does not take an article of this size."""


class BrokerGoneError(Exception):
    """The broker has been away for longer than the patience."""


@dataclass(frozen=True, slots=True)
class Replay:
    """What to send, where to, and under which name the progress is kept."""

    entries: tuple[Entry, ...]
    topic: str
    name: str
    pace: Pace
    limit: int | None = None
    published_at: datetime | None = None
    patience_seconds: float = PATIENCE_SECONDS

    @property
    def group(self) -> str:
        """The consumer group whose offset is the progress, and the producer's transactional id."""
        return f"dateline-replay.{self.name}"

    @property
    def place(self) -> TopicPartition:
        """Where the offset is kept: nobody consumes with this group, so any partition that exists will do."""
        return TopicPartition(self.topic, 0)


OnProgress = Callable[[int], None]
"""Called with the number of articles sent so far: when a session starts, and after every transaction."""


async def send(replay: Replay, settings: ConnectionSettings, on_progress: OnProgress, *, restart: bool = False) -> int:
    """Send what is left, each article exactly once for readers of committed records. How many were sent by now.

    With `restart` the progress is forgotten first. Raises TakenOverError, TooLargeError, WAITING_IS_OF_NO_USE, and
    BrokerGoneError after `patience_seconds` without progress.
    """
    clock = asyncio.get_running_loop().time
    failures, failing_since, best = 0, 0.0, -1

    def note(sent: int) -> None:
        nonlocal failures, best
        if sent > best:
            failures, best = 0, sent
        on_progress(sent)

    while True:
        try:
            if restart:
                await _forget(replay, settings)
                restart = False
            return await _session(replay, settings, note)
        except (ProducerFenced, InvalidProducerEpoch) as error:
            raise TakenOverError(f"another replay named {replay.name} has started") from error
        except MessageSizeTooLargeError as error:
            raise TooLargeError(str(error)) from error
        except WAITING_IS_OF_NO_USE:
            raise
        except Exception as error:  # any other error ends the session, and the next learns what it left
            failing_since = failing_since if failures else clock()
            if clock() - failing_since > replay.patience_seconds:
                raise BrokerGoneError(f"no progress for {replay.patience_seconds:.0f} s: {error!r}") from error
        await asyncio.sleep(BACK_OFF_SECONDS[min(failures, len(BACK_OFF_SECONDS) - 1)])
        failures += 1


async def _session(replay: Replay, settings: ConnectionSettings, on_progress: OnProgress) -> int:
    """From the committed progress to the end, with one producer. Any error ends it; nothing of it is then in doubt."""
    producer = TransactionalProducer(settings, replay.group)
    try:
        await producer.start()
        stored = await read_committed_offset(settings, replay.group, replay.place)
        progress = Progress.from_offset(stored.offset, stored.metadata)
        left = remaining(replay.entries, progress, replay.limit)
        on_progress(progress.sent)
        batches = Batches(left, replay.pace, replay.published_at)
        started = asyncio.get_running_loop().time()
        while (due := batches.due) is not None:
            await asyncio.sleep(started + due - asyncio.get_running_loop().time())
            batch = await asyncio.to_thread(batches.take, asyncio.get_running_loop().time() - started)
            if not batch:  # the timer rang a little early
                continue
            progress = progress.after(entry for entry, _ in batch)
            offset = OffsetAndMetadata(progress.sent, progress.to_metadata())
            messages = [Message(replay.topic, article.key, article.value) for _, article in batch]
            await producer.publish(messages, {replay.place: offset}, replay.group)
            on_progress(progress.sent)
        return progress.sent
    finally:
        await producer.close()


async def _forget(replay: Replay, settings: ConnectionSettings) -> int:
    """Set the progress to nothing. Its own transaction, so that a crash after it does not start over once more."""
    producer = TransactionalProducer(settings, replay.group)
    try:
        await producer.start()
        nothing = OffsetAndMetadata(0, Progress().to_metadata())
        await producer.publish([], {replay.place: nothing}, replay.group)
        return 0
    finally:
        await producer.close()
