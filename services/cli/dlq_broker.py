"""What `dateline dlq` asks of the broker."""

from collections import defaultdict

from aiokafka import ConsumerRecord
from aiokafka.errors import InvalidProducerEpoch, ProducerFenced

from services.cli.connecting import broker_errors
from services.cli.exits import CommandError, ExitCode
from services.cli.letters import Found, fetch, find_letters
from services.cli.reading import reader
from services.kafka.reach import reached_admin
from services.kafka.settings import connection_settings
from services.kafka.topic_admin import find_topics
from services.kafka.topics import TopicNames
from services.replayer.redrive import Target, redrive, redriven
from services.replayer.redriven import TooScatteredError


async def find_all() -> list[Found]:
    """Every dead letter there is. Raises CommandError."""
    topic = TopicNames().dlq_topic
    with broker_errors():
        settings = connection_settings()
        async with reader(settings, [topic], from_beginning=True) as consumer:
            memory = await redriven(settings, topic, sorted(p.partition for p in consumer.assignment()))
            return await find_letters(consumer, memory)


async def fetch_one(partition: int, offset: int) -> ConsumerRecord:
    """One letter with its value. Raises CommandError where it is not there."""
    topic = TopicNames().dlq_topic
    with broker_errors():
        async with reader(connection_settings(), [topic], from_beginning=True) as consumer:
            async for record in fetch(consumer, topic, partition, [offset]):
                return record
    raise CommandError(f"letter {partition}:{offset} is not there", code=ExitCode.PROBLEM)


async def send_back(
    wanted: set[tuple[int, int]], reason: str | None, *, dry_run: bool
) -> tuple[int, list[tuple[str, str]]]:
    """How many letters were sent back, and which of the wanted ones were not, and why. Raises CommandError."""
    names = TopicNames()
    with broker_errors():
        settings = connection_settings()
        async with reached_admin(settings) as admin:
            raw = (await find_topics(admin, [names.raw_topic])).get(names.raw_topic)
        if raw is None:
            raise CommandError(f"there is no topic {names.raw_topic}", code=ExitCode.CONFIGURATION)
        async with reader(settings, [names.dlq_topic], from_beginning=True) as consumer:
            partitions = sorted(place.partition for place in consumer.assignment())
            found = await find_letters(consumer, await redriven(settings, names.dlq_topic, partitions))
            by_id = {(f.letter.partition, f.letter.offset): f for f in found}
            refused = [(f"{p}:{o}", why) for p, o in sorted(wanted) if (why := _why_not(by_id.get((p, o))))]
            chosen = {
                place
                for place, f in by_id.items()
                if not f.was_redriven and f.letter.headers and has_reason(f, reason) and (not wanted or place in wanted)
            }
            if dry_run:
                return len(chosen), refused
            letters: dict[int, list[int]] = defaultdict(list)
            for f in found:
                letters[f.letter.partition].append(f.letter.offset)
            try:
                target = Target(names.raw_topic, raw.partitions, names.dlq_topic)
                count = await redrive(
                    settings,
                    target,
                    letters,
                    lambda partition, offset: (partition, offset) in chosen,
                    lambda partition, offsets: fetch(consumer, names.dlq_topic, partition, offsets),
                )
            except TooScatteredError as error:
                raise CommandError(
                    str(error), code=ExitCode.PROBLEM, hint="redrive all of them, or the oldest first"
                ) from error
            except (ProducerFenced, InvalidProducerEpoch) as error:
                raise CommandError(
                    "another redrive has started", code=ExitCode.PROBLEM, hint="it knows what this one has sent back"
                ) from error
            except TimeoutError as error:
                raise CommandError(
                    "the broker did not answer in time",
                    code=ExitCode.BROKER,
                    hint="run it again: what was sent back is remembered",
                ) from error
            return count, refused


def has_reason(found: Found, reason: str | None) -> bool:
    """Whether the letter has this reason, or any will do."""
    return reason is None or (found.letter.headers is not None and found.letter.headers.reason == reason)


def _why_not(found: Found | None) -> str | None:
    if found is None:
        return "it is not there"
    if found.was_redriven:
        return "it was sent back before"
    return None if found.letter.headers else "it is no dead letter of Dateline's"
