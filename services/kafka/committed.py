"""A group's committed offset, as the group's coordinator knows it."""

import asyncio

import structlog
from aiokafka import TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaError
from aiokafka.structs import OffsetAndMetadata

from services.kafka.clients import make_admin
from services.kafka.reach import REFUSALS, refusals_raised
from services.kafka.settings import ConnectionSettings

log = structlog.get_logger()

ANSWER_SECONDS = 10.0
"""How long a command asks for an offset before it gives up."""

RETRY_SECONDS = 0.1
"""A coordinator that loads its offsets after a restart needs a few tenths of a second."""

NO_OFFSET = -1
"""What the broker says where the group has never committed; a missing answer is not that."""


async def committed_offset(admin: AIOKafkaAdminClient, group: str, partition: TopicPartition) -> OffsetAndMetadata:
    """The group's committed offset with its metadata, NO_OFFSET where it has none. Asks until the broker knows.

    Give it a deadline. Raises what refuses us. Final only once the producer that commits it has started, which ends
    its predecessor's transaction.

    The consumer's own `committed()` takes a coordinator that is loading for one that has no offset, and the topic would
    be read again from its start. Here a missing partition is no answer and asked for again
    (docs/explanation/exactly-once.md, rule 3).
    """
    while True:
        try:
            found = (await admin.list_consumer_group_offsets(group, partitions=[partition])).get(partition)
        except REFUSALS:
            raise
        except KafkaError as error:
            log.debug("offset not known yet", partition=partition.partition, problem=repr(error))
            found = None
        if found is not None:
            return found
        await asyncio.sleep(RETRY_SECONDS)


async def read_committed_offset(
    settings: ConnectionSettings, group: str, partition: TopicPartition
) -> OffsetAndMetadata:
    """The same by a client of its own, within ANSWER_SECONDS; then TimeoutError. Raises BrokerRefusesError."""
    admin = make_admin(settings)
    try:
        with refusals_raised():
            async with asyncio.timeout(ANSWER_SECONDS):
                await admin.start()
                return await committed_offset(admin, group, partition)
    finally:
        await admin.close()
