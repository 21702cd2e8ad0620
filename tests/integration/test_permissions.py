"""A broker that takes permissions and passwords away from a running service: it says so and ends."""

import asyncio
import json
import random
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

import pytest
from confluent_kafka.admin import (
    AclBinding,
    AclBindingFilter,
    AclOperation,
    AclPermissionType,
    AdminClient,
    ResourcePatternType,
    ResourceType,
    ScramCredentialInfo,
    ScramMechanism,
    UserScramCredentialUpsertion,
)

from services.kafka.local import LocalBroker
from services.kafka.server_properties import HOST, free_ports
from tests.integration.commands import Commands
from tests.service import RunningService
from tests.stage import Message, Stage

ServiceOn = Callable[..., RunningService]

USER = "enricher"
PASSWORD = "right horse"  # noqa: S105  # a test's
SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule required;"
QUICK = {"DATELINE_PIPELINE": "tests.quick_pipeline:load", "PYTHONPATH": str(Path.cwd())}


@dataclass(frozen=True)
class StrictBroker:
    """A broker where the user may do only what it was allowed; who comes by the plain listener may do everything."""

    broker: LocalBroker
    address: str
    admin: AdminClient

    @property
    def login(self) -> dict[str, str]:
        """What tells the service to log in."""
        return {
            "DATELINE_BOOTSTRAP_SERVERS": self.address,
            "DATELINE_SECURITY_PROTOCOL": "SASL_PLAINTEXT",
            "DATELINE_SASL_USERNAME": USER,
            "DATELINE_SASL_PASSWORD": PASSWORD,
        }

    def set_password(self, password: str) -> None:
        """Give the user another password."""
        how = ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096)
        changed = UserScramCredentialUpsertion(USER, how, password.encode())
        _wait_for(self.admin.alter_user_scram_credentials([changed]).values())

    def allow(self, bindings: Iterable[AclBinding]) -> None:
        """Let the user do something."""
        _wait_for(self.admin.create_acls(list(bindings)).values())

    def forbid(self, binding: AclBinding) -> None:
        """Take a permission away."""
        exactly = AclBindingFilter(
            binding.restype, binding.name, binding.resource_pattern_type, binding.principal, binding.host,
            binding.operation, binding.permission_type,
        )  # fmt: skip
        _wait_for(self.admin.delete_acls([exactly]).values())


def _wait_for(answers: Iterable[Future[object]]) -> None:
    for answer in answers:
        answer.result(30)


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StrictBroker]:
    """A broker with users and permissions."""
    address = f"{HOST}:{next(free_ports(random.Random()))}"  # noqa: S311  # spreads ports, guards nothing
    properties = {
        "listeners": f"LOGIN://{address}",
        "listener.security.protocol.map": "LOGIN:SASL_PLAINTEXT",
        "sasl.enabled.mechanisms": "SCRAM-SHA-512",
        "listener.name.login.scram-sha-512.sasl.jaas.config": SCRAM,
        "authorizer.class.name": "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
        "super.users": "User:ANONYMOUS",
    }
    user = f'SCRAM-SHA-512=[name="{USER}",password="{PASSWORD}"]'
    folder = tmp_path_factory.mktemp("strict")
    with LocalBroker(folder / "kafka", properties=properties, format_arguments=("--add-scram", user)) as broker:
        yield StrictBroker(broker, address, AdminClient({"bootstrap.servers": broker.bootstrap_servers}))


@pytest.fixture
async def stage(strict: StrictBroker, unique_name: str) -> Stage:
    """Topics with one partition, and all that the service needs to be allowed."""
    stage = await Stage(strict.broker.bootstrap_servers, unique_name, partitions=1).create()
    names = stage.topics.model_dump().values()
    described = [_binding(ResourceType.TOPIC, name, AclOperation.DESCRIBE_CONFIGS) for name in names]
    strict.allow([*permissions(stage).values(), *described])
    return stage


def permissions(stage: Stage) -> dict[str, AclBinding]:
    """What docs/how-to/connect-your-kafka.md asks for, by what it is for; to describe is part of each."""
    return {
        "read": _binding(ResourceType.TOPIC, stage.topics.raw_topic, AclOperation.READ),
        "write": _binding(ResourceType.TOPIC, stage.topics.enriched_topic, AclOperation.WRITE),
        "bury": _binding(ResourceType.TOPIC, stage.topics.dlq_topic, AclOperation.WRITE),
        "join": _binding(ResourceType.GROUP, stage.name, AclOperation.READ),
        "transact": _binding(
            ResourceType.TRANSACTIONAL_ID, f"{stage.name}.", AclOperation.WRITE, ResourcePatternType.PREFIXED
        ),
    }


def _binding(
    kind: ResourceType, name: str, operation: AclOperation, pattern: ResourcePatternType = ResourcePatternType.LITERAL
) -> AclBinding:
    return AclBinding(kind, name, pattern, f"User:{USER}", "*", operation, AclPermissionType.ALLOW)


def article(number: int) -> Message:
    """An article for the quick pipeline."""
    return Message(b"%d" % number, json.dumps({"article_id": str(number), "body": "short"}).encode())


async def ended(service: RunningService) -> int:
    """The exit code of a service that ends by itself."""
    return await asyncio.to_thread(service.wait, 45)


@pytest.mark.parametrize("lost", ["read", "write", "bury", "join", "transact"])
async def test_a_permission_that_is_taken_away_ends_the_service(
    strict: StrictBroker, stage: Stage, service_on: ServiceOn, lost: str
) -> None:
    """Each of the permissions is missed when it is needed next: exit code 4, and the log says which."""
    service = await service_on(stage, **QUICK, **strict.login).start()
    stage.produce([article(1)])
    assert len(await asyncio.to_thread(stage.enriched, 1)) == 1
    strict.forbid(permissions(stage)[lost])
    stage.produce([article(2), Message(b"bad", b"not json")])
    assert await ended(service) == 4
    assert "AuthorizationFailed" in service.tail()


async def test_a_member_without_partitions_is_told_that_it_may_not_join(
    strict: StrictBroker, stage: Stage, service_on: ServiceOn
) -> None:
    """The client tells of it to who polls, and a member without partitions has nothing to poll; it ends all the same.

    Before, it stayed for ever, ready by its own account, and joined no more when the permission was back.
    """
    services = [service_on(stage, **QUICK, **strict.login) for _ in range(2)]
    for service in services:
        await service.start()
    strict.forbid(permissions(stage)["join"])
    assert [await ended(service) for service in services] == [4, 4]
    assert all("GroupAuthorizationFailed" in service.tail() for service in services)


@pytest.mark.parametrize(
    ("kind", "prefix", "named"),
    [(ResourceType.GROUP, "dateline-replay.", "TopicAuth"), (ResourceType.TOPIC, "", "GroupAuth")],
)
async def test_a_replay_that_is_refused_is_not_waited_for(  # noqa: PLR0913, PLR0917  # what it needs, and what it lacks
    strict: StrictBroker,
    stage: Stage,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    kind: ResourceType,
    prefix: str,
    named: str,
) -> None:
    """Without the right to write, or to keep its progress, it says so at once instead of trying for a minute."""
    transact = _binding(
        ResourceType.TRANSACTIONAL_ID, "dateline-replay.", AclOperation.WRITE, ResourcePatternType.PREFIXED
    )
    name = prefix or stage.topics.raw_topic
    other = _binding(kind, name, AclOperation.READ if prefix else AclOperation.WRITE, ResourcePatternType.PREFIXED)
    strict.allow([transact, other])
    (tmp_path / "one.txt").write_text("Ferry late\n\nThe ferry came late.", "utf-8")
    for variable, value in strict.login.items():
        monkeypatch.setenv(variable, value)
    try:
        commands = Commands(strict.address, stage.name)
        done = await asyncio.to_thread(commands.run, "replay", str(tmp_path / "one.txt"), seconds=30)
    finally:
        strict.forbid(transact)
        strict.forbid(other)
    assert done.returncode == 4
    assert named in done.stderr.decode()


async def test_a_password_that_is_changed_ends_the_service(
    strict: StrictBroker, stage: Stage, service_on: ServiceOn
) -> None:
    """A broker that was away and refuses us when it is back is not waited for: exit code 4, for the new password."""
    service = await service_on(stage, **QUICK, **strict.login).start()
    try:
        strict.set_password("other horse")
        await strict.broker.akill()
        await strict.broker.astart()
        assert await ended(service) == 4
    finally:
        strict.set_password(PASSWORD)
    assert "refuses us (SaslAuthenticationFailed" in service.tail()
