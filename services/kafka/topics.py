"""The topics Dateline needs, and what is wrong with those that are there. Pure: topic_admin.py asks the broker."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic_settings import BaseSettings, SettingsConfigDict

from services.kafka.clients import MAX_BATCH_BYTES
from services.kafka.settings import PREFIX

DEFAULT_PARTITIONS = 12

_MEBIBYTE = 1024 * 1024
_DAY_MS = 24 * 60 * 60 * 1000
# Kafka limits a batch, with its header of 61 bytes and up to 40 of framing a record, not a value.
_FRAMING = 1024
# What a dead letter adds to the record it carries: a dozen headers, the longest of which is an error message.
_DEAD_LETTER_HEADERS = 64 * 1024
# Retention goes by a record's timestamp. A sender that puts an archive's dates there would see it deleted on arrival.
_FROM_ARRIVAL = {"message.timestamp.type": "LogAppendTime"}
# Kafka's max.message.bytes where neither topic nor broker sets it.
_KAFKAS_MESSAGE_BYTES = 1_048_588


class TopicNames(BaseSettings):
    """The names of the three topics, from the environment."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="ignore")

    raw_topic: str = "news.articles.raw.v1"
    enriched_topic: str = "news.articles.enriched.v1"
    dlq_topic: str = "news.articles.raw.v1.dlq"


@dataclass(frozen=True, slots=True)
class TopicPlan:
    """A topic as `dateline topics create` makes it, and the least that `check` asks of one that others made."""

    name: str
    cleanup: str
    least_message_bytes: int
    settings: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FoundTopic:
    """A topic as the broker describes it."""

    partitions: int
    settings: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a topic and the command that puts it right."""

    topic: str
    what: str
    hint: str


def plan_topics(names: TopicNames) -> tuple[TopicPlan, TopicPlan, TopicPlan]:
    """Raw, enriched and dead letters."""
    return (
        TopicPlan(
            names.raw_topic,
            cleanup="delete",
            least_message_bytes=0,
            # A 20 MB article must arrive, to become a dead letter that someone sees, not an error at its sender.
            settings={"max.message.bytes": str(32 * _MEBIBYTE), "retention.ms": str(7 * _DAY_MS), **_FROM_ARRIVAL},
        ),
        TopicPlan(
            names.enriched_topic,
            cleanup="compact",
            least_message_bytes=MAX_BATCH_BYTES + _FRAMING,
            settings={"max.message.bytes": str(2 * _MEBIBYTE)},
        ),
        TopicPlan(
            names.dlq_topic,
            cleanup="delete",
            least_message_bytes=MAX_BATCH_BYTES + _FRAMING,
            settings={"max.message.bytes": str(33 * _MEBIBYTE), "retention.ms": str(30 * _DAY_MS), **_FROM_ARRIVAL},
        ),
    )


def partitions_for(names: TopicNames, found: Mapping[str, FoundTopic]) -> int:
    """How many partitions a topic to be made should have: as many as those that are there, the raw one first."""
    for name in (names.raw_topic, names.enriched_topic, names.dlq_topic):
        if name in found:
            return found[name].partitions
    return DEFAULT_PARTITIONS


def find_problems(names: TopicNames, found: Mapping[str, FoundTopic]) -> tuple[Problem, ...]:
    """What is wrong with the topics `found`, those of other names left out of sight. Empty: all is well."""
    return tuple(_problems(names, found))


def _problems(names: TopicNames, found: Mapping[str, FoundTopic]) -> Iterator[Problem]:
    plans = plan_topics(names)
    for plan in plans:
        if plan.name not in found:
            yield Problem(plan.name, "missing", "dateline topics create")
        else:
            yield from _wrong_settings(plan, found[plan.name])
    raw = found.get(names.raw_topic)
    if raw is None:
        return
    for plan in plans[1:]:
        topic = found.get(plan.name)
        if topic and topic.partitions != raw.partitions:
            yield _unequal_partitions(names.raw_topic, raw, plan.name, topic)
    dlq = found.get(names.dlq_topic)
    needed = _message_bytes(raw) + _DEAD_LETTER_HEADERS
    if dlq and _message_bytes(dlq) < needed:
        yield Problem(
            names.dlq_topic,
            f"max.message.bytes is {_message_bytes(dlq)}: the largest raw record ({_message_bytes(raw)} bytes) could "
            "not become a dead letter",
            _alter(names.dlq_topic, "max.message.bytes", str(needed)),
        )


def _wrong_settings(plan: TopicPlan, topic: FoundTopic) -> Iterator[Problem]:
    cleanup = topic.settings.get("cleanup.policy", "delete")
    if cleanup != plan.cleanup:
        yield Problem(
            plan.name,
            f"cleanup.policy is {cleanup}, not {plan.cleanup}",
            _alter(plan.name, "cleanup.policy", plan.cleanup),
        )
    if _message_bytes(topic) < plan.least_message_bytes:
        yield Problem(
            plan.name,
            f"max.message.bytes is {_message_bytes(topic)}, less than a batch that Dateline may send "
            f"({plan.least_message_bytes})",
            _alter(plan.name, "max.message.bytes", plan.settings["max.message.bytes"]),
        )


def _unequal_partitions(raw_name: str, raw: FoundTopic, name: str, topic: FoundTopic) -> Problem:
    """Partitions can be added, never taken away; a record goes to the partition of its raw record."""
    low, high = (name, raw.partitions) if topic.partitions < raw.partitions else (raw_name, topic.partitions)
    return Problem(
        name,
        f"{topic.partitions} partitions, but {raw_name} has {raw.partitions}: they must be equal",
        f"kafka-topics.sh --bootstrap-server … --alter --topic {low} --partitions {high}",
    )


def _message_bytes(topic: FoundTopic) -> int:
    return int(topic.settings.get("max.message.bytes", _KAFKAS_MESSAGE_BYTES))


def _alter(topic: str, setting: str, value: str) -> str:
    return (
        "kafka-configs.sh --bootstrap-server … --alter --entity-type topics "
        f"--entity-name {topic} --add-config {setting}={value}"
    )
