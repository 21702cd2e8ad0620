"""A real Kafka on this machine: started, stopped, killed, restarted on its data, gone with whoever started it."""

import asyncio
import random
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from services.kafka.local import BrokerError, LocalBroker
from services.kafka.server_properties import Ports, free_ports
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


async def test_orderly_stop_keeps_data(own_broker: Callable[..., LocalBroker]) -> None:
    """A record sent before an orderly stop is there after the next start; a running broker is not started twice."""
    broker = own_broker()
    process = broker.process
    assert broker.start().process is process
    await _create(broker.bootstrap_servers, "kept")
    await _send(broker.bootstrap_servers, "kept", b"one")
    await broker.astop()
    assert not broker.is_ready()
    await broker.astart()
    assert await _first(broker.bootstrap_servers, "kept") == b"one"


def test_a_broker_started_in_an_event_loop_outlives_the_loop(tmp_path: Path) -> None:
    """The thread that starts a broker is the broker's own: the end of a loop's threads doesn't end it."""
    broker = LocalBroker(tmp_path / "kafka")
    try:
        asyncio.run(broker.astart())
        assert broker.is_ready()
    finally:
        broker.close()
    assert not broker.is_running
    assert not broker.folder.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent died")
def test_a_broker_dies_with_the_process_that_started_it(tmp_path: Path) -> None:
    """After kill -9 of its owner, Java is gone, too."""
    script = (
        "import pathlib, time; from services.kafka.local import LocalBroker as Broker\n"
        f"print(Broker(pathlib.Path({str(tmp_path / 'kafka')!r})).start().process.pid, flush=True); time.sleep(600)"
    )
    owner = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    try:
        assert owner.stdout
        java = psutil.Process(int(owner.stdout.readline()))
        assert java.name() == "java"
    finally:
        owner.kill()
        owner.communicate()
    gone, _ = psutil.wait_procs([java], timeout=30)
    assert gone


def test_a_wrong_property_ends_in_an_error_that_says_so(tmp_path: Path) -> None:
    """A broker that can't start isn't waited for; its own words are in the error."""
    with pytest.raises(BrokerError, match=r"log\.retention\.ms"):
        LocalBroker(tmp_path / "kafka", properties={"log.retention.ms": "soon"}).start()


def test_a_taken_port_ends_in_an_error_that_says_so(tmp_path: Path) -> None:
    """Ports that were asked for are not exchanged silently."""
    with socket.create_server(("127.0.0.1", 0)) as other, pytest.raises(BrokerError, match="Address already in use"):
        LocalBroker(tmp_path / "kafka", ports=Ports(other.getsockname()[1], next(free_ports(random.Random(1))))).start()  # noqa: S311  # spreads ports
