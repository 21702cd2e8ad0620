"""The Kafka clients of the enricher, with the settings that exactly once and its deadlines ask for."""

from dataclasses import dataclass

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient

from services.enricher.settings import EnricherSettings
from services.kafka.clients import make_admin, make_consumer, make_producer
from services.kafka.reach import refusals_raised
from services.kafka.settings import ConnectionSettings

FETCH_BYTES = 4 * 1024 * 1024
"""Most bytes that are fetched ahead for one partition; a larger record still comes, alone (KIP-74)."""

NEVER_MILLISECONDS = 2**31 - 1
"""The consumer gives up its place in the group when nobody polls it for this long, and joins again only once polled.
With the broker away no lane is ready, so nobody polls: after five minutes, its default, it would never be back."""


@dataclass(frozen=True, slots=True)
class Clients:
    """Makes the service's clients."""

    settings: EnricherSettings
    connection: ConnectionSettings

    def consumer(self) -> AIOKafkaConsumer:
        """The one consumer of a service, not yet started."""
        settings = self.settings
        return make_consumer(
            self.connection,
            group_id=settings.group_id,
            # Nothing is ever reset behind our back: a lane seeks, and an offset out of range is an error (rule 4).
            auto_offset_reset="none",
            session_timeout_ms=_milliseconds(settings.session_seconds),
            heartbeat_interval_ms=_milliseconds(settings.heartbeat_seconds),
            rebalance_timeout_ms=_milliseconds(settings.rebalance_seconds),
            max_poll_interval_ms=NEVER_MILLISECONDS,
            max_partition_fetch_bytes=FETCH_BYTES,
            request_timeout_ms=_milliseconds(settings.call_seconds),
        )

    def producer(self, transactional_id: str) -> AIOKafkaProducer:
        """The producer of a lane's session, not yet started."""
        # max_batch_size and max_request_size are above a batch of enriched articles there (rule 20).
        return make_producer(
            self.connection,
            transactional_id=transactional_id,
            transaction_timeout_ms=_milliseconds(self.settings.transaction_timeout_seconds),
            request_timeout_ms=_milliseconds(self.settings.call_seconds),
        )

    async def open_admin(self) -> AIOKafkaAdminClient:
        """An admin client that has started. Whoever opens it closes it. Raises BrokerRefusesError and the client's."""
        admin = make_admin(self.connection, request_timeout_ms=_milliseconds(self.settings.call_seconds))
        try:
            with refusals_raised():
                await admin.start()
        except BaseException:  # also a deadline's: nobody else could close it
            await admin.close()
            raise
        return admin


def _milliseconds(seconds: float) -> int:
    return round(seconds * 1000)
