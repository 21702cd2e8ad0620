"""What is wrong with topics, and how many partitions a new one gets."""

from dataclasses import replace

import pytest

from services.kafka.topics import (
    DEFAULT_PARTITIONS,
    FoundTopic,
    TopicNames,
    find_problems,
    partitions_for,
    plan_topics,
)

NAMES = TopicNames(raw_topic="raw", enriched_topic="enriched", dlq_topic="dlq")


def _as_planned(partitions: int = 3) -> dict[str, FoundTopic]:
    """The three topics as `dateline topics create` makes them."""
    return {
        plan.name: FoundTopic(partitions, {"cleanup.policy": plan.cleanup, **plan.settings})
        for plan in plan_topics(NAMES)
    }


def test_topics_as_planned_are_well() -> None:
    """What create makes, check finds nothing wrong with."""
    assert find_problems(NAMES, _as_planned()) == ()


def test_missing_topics_are_named() -> None:
    """Each one that is missing is a problem of its own."""
    found = _as_planned()
    del found["enriched"], found["dlq"]
    assert [(p.topic, p.what) for p in find_problems(NAMES, found)] == [("enriched", "missing"), ("dlq", "missing")]


@pytest.mark.parametrize(
    ("partitions", "grow"), [(2, "--topic enriched --partitions 3"), (5, "--topic raw --partitions 5")]
)
def test_partitions_must_be_equal(partitions: int, grow: str) -> None:
    """A different count is a problem; the hint adds partitions where there are fewer, for none can be taken away."""
    found = _as_planned()
    found["enriched"] = replace(found["enriched"], partitions=partitions)
    (problem,) = find_problems(NAMES, found)
    assert problem.topic == "enriched"
    assert f"{partitions} partitions, but raw has 3" in problem.what
    assert problem.hint.endswith(grow)


@pytest.mark.parametrize(
    ("topic", "setting", "value", "says"),
    [
        ("enriched", "cleanup.policy", "delete", "cleanup.policy is delete, not compact"),
        ("raw", "cleanup.policy", "compact", "cleanup.policy is compact, not delete"),
        ("dlq", "cleanup.policy", "compact,delete", "cleanup.policy is compact,delete, not delete"),
        ("enriched", "max.message.bytes", "500000", "max.message.bytes is 500000, less than a batch"),
        ("dlq", "max.message.bytes", "2000000", "could not become a dead letter"),
    ],
)
def test_a_wrong_setting_is_a_problem(topic: str, setting: str, value: str, says: str) -> None:
    """The problem says what is set, and the hint holds the command that sets it."""
    found = _as_planned()
    found[topic] = FoundTopic(3, {**found[topic].settings, setting: value})
    (problem,) = find_problems(NAMES, found)
    assert says in problem.what
    assert f"--entity-name {topic} --add-config {setting}=" in problem.hint


def test_a_new_topic_gets_as_many_partitions_as_the_others() -> None:
    """The raw topic decides; without any, the default does."""
    assert partitions_for(NAMES, {}) == DEFAULT_PARTITIONS
    assert partitions_for(NAMES, {"raw": FoundTopic(5, {}), "dlq": FoundTopic(6, {})}) == 5
    assert partitions_for(NAMES, {"dlq": FoundTopic(6, {})}) == 6
