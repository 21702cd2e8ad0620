"""A real Kafka on this machine: started, stopped, killed, restarted on its data, gone with whoever started it."""

from collections.abc import Callable

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from services.kafka.local import LocalBroker
from tests.broker import TestBroker


async def _create(address: str, topic: str) -> None:
    admin = AIOKafkaAdminClient(bootstrap_servers=address)
    await admin.start()
    try:
        await admin.create_topics([NewTopic(topic, num_partitions=1, replication_factor=1)])
    finally:
        await admin.close()


async def _send(address: str, topic: str, value: bytes) -> None:
    async with AIOKafkaProducer(bootstrap_servers=address) as producer:
        await producer.send_and_wait(topic, value)


async def _first(address: str, topic: str) -> bytes | None:
    async with AIOKafkaConsumer(topic, bootstrap_servers=address, auto_offset_reset="earliest") as consumer:
        value: bytes | None = (await consumer.getone()).value
        return value


async def test_shared_broker_keeps_what_it_is_sent(broker: TestBroker, unique_name: str) -> None:
    """The broker of the run takes a record and gives it back."""
    await _create(broker.bootstrap_servers, unique_name)
    await _send(broker.bootstrap_servers, unique_name, b"one")
    assert await _first(broker.bootstrap_servers, unique_name) == b"one"


async def test_kill_and_restart_keep_address_and_data(own_broker: Callable[..., LocalBroker]) -> None:
    """A record sent before kill -9 is there after the restart, at the same address."""
    broker = own_broker()
    address = broker.bootstrap_servers
    await _create(address, "kept")
    await _send(address, "kept", b"one")
    await broker.akill()
    assert not broker.is_running
    await broker.astart()
    assert broker.bootstrap_servers == address
    assert await _first(address, "kept") == b"one"
