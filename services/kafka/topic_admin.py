"""Looking at and creating topics on a broker."""

import asyncio
from collections.abc import Iterable, Mapping

from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import KafkaTimeoutError, TopicAlreadyExistsError, for_code

from services.kafka.topics import FoundTopic, TopicNames, TopicPlan, partitions_for, plan_topics

# Three copies survive the loss of one broker while another is down for maintenance.
_COPIES = 3
_LED_WITHIN = 15.0
_LOOK_AGAIN = 0.05


async def find_topics(admin: AIOKafkaAdminClient, names: Iterable[str]) -> dict[str, FoundTopic]:
    """Those of `names` that exist. Never creates one, whatever the broker's auto.create.topics.enable."""
    wanted = set(names)
    # Asking for all of them, because asking for one by name may create it.
    described = {t["topic"]: t for t in await admin.describe_topics() if t["topic"] in wanted}
    for topic in described.values():
        _raise_for(topic["error_code"], topic["topic"])
    if not described:
        return {}
    settings = await _settings(admin, sorted(described))
    return {name: FoundTopic(len(topic["partitions"]), settings[name]) for name, topic in described.items()}


async def create_topics(
    admin: AIOKafkaAdminClient, names: TopicNames, *, partitions: int | None = None, copies: int | None = None
) -> dict[str, bool]:
    """Create those that are missing and wait until each partition has a leader; topic → whether it was created now.

    Doing it again changes nothing. New topics get `partitions`, or as many as the existing ones have, and `copies`
    (the replication factor), or three, or as many as there are brokers. Raises KafkaError.
    """
    plans = plan_topics(names)
    found = await find_topics(admin, [plan.name for plan in plans])
    missing = [plan for plan in plans if plan.name not in found]
    count = partitions or partitions_for(names, found)
    copies = copies or min(_COPIES, len((await admin.describe_cluster())["brokers"]))
    created = set()
    if missing:
        answer = await admin.create_topics([_new_topic(plan, count, copies) for plan in missing])
        for name, code, *rest in answer.topic_errors:
            if code == TopicAlreadyExistsError.errno:  # by another at the same time, and just as well
                continue
            _raise_for(code, name, *rest)
            created.add(name)
    await _wait_for_leaders(admin, {plan.name for plan in plans})
    return {plan.name: plan.name in created for plan in plans}


def _new_topic(plan: TopicPlan, partitions: int, copies: int) -> NewTopic:
    settings = {"cleanup.policy": plan.cleanup, **plan.settings}
    if copies >= _COPIES:
        # A record that was acknowledged is on two brokers at least.
        settings["min.insync.replicas"] = "2"
    return NewTopic(plan.name, partitions, copies, topic_configs=settings)


async def _settings(admin: AIOKafkaAdminClient, names: list[str]) -> Mapping[str, Mapping[str, str]]:
    answers = await admin.describe_configs([ConfigResource(ConfigResourceType.TOPIC, name) for name in names])
    settings = {}
    for answer in answers:
        for code, message, _, name, entries in answer.resources:
            _raise_for(code, name, message)
            settings[name] = {entry[0]: entry[1] for entry in entries}
    return settings


async def _wait_for_leaders(admin: AIOKafkaAdminClient, names: set[str]) -> None:
    """A topic is there for clients only when every partition of it has a leader. Raises KafkaTimeoutError."""
    try:
        async with asyncio.timeout(_LED_WITHIN):
            while True:
                described = [topic for topic in await admin.describe_topics() if topic["topic"] in names]
                led = [all(p["leader"] >= 0 for p in topic["partitions"]) for topic in described]
                if len(led) == len(names) and all(led):
                    return
                await asyncio.sleep(_LOOK_AGAIN)
    except TimeoutError as error:
        raise KafkaTimeoutError(f"no leader for every partition of {sorted(names)} in {_LED_WITHIN:.0f} s") from error


def _raise_for(code: int, topic: str, message: str | None = None) -> None:
    if code:
        error = for_code(code)
        raise error(f"{topic}: {message or error.__doc__ or error.__name__}")
