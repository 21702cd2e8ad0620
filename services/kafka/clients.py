"""Clients of aiokafka, made one way everywhere."""

from typing import Any

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.helpers import create_ssl_context

from services.kafka.settings import ConnectionSettings

# A group leader without the topic's metadata assigns nothing to anyone until it asks again, every five minutes unless
# told otherwise; and partitions move when a broker dies.
_METADATA_MAX_AGE_MS = 5_000
# A micro-batch of enriched articles must fit into one batch of Kafka's, or it goes in fragments (16 KiB unless set);
# below the largest batch that a topic takes unless it is told otherwise (1,048,588 bytes).
MAX_BATCH_BYTES = 1_000_000
# Above the largest raw record, which must be able to go back as a dead letter (topics.py).
MAX_REQUEST_BYTES = 40 * 1024 * 1024


def connection_arguments(settings: ConnectionSettings) -> dict[str, Any]:
    """What every client of aiokafka takes: address, security, age of metadata. Raises ssl.SSLError, OSError."""
    arguments: dict[str, Any] = {
        "bootstrap_servers": settings.bootstrap_servers,
        "client_id": settings.client_id,
        "security_protocol": settings.security_protocol.value,
        "metadata_max_age_ms": _METADATA_MAX_AGE_MS,
    }
    if settings.security_protocol.encrypts:
        password = settings.ssl_key_password
        arguments["ssl_context"] = create_ssl_context(
            cafile=settings.ssl_ca_file,
            certfile=settings.ssl_cert_file,
            keyfile=settings.ssl_key_file,
            password=password.get_secret_value() if password else None,
        )
    if settings.security_protocol.logs_in and settings.sasl_password:
        arguments["sasl_mechanism"] = settings.sasl_mechanism.value
        arguments["sasl_plain_username"] = settings.sasl_username
        arguments["sasl_plain_password"] = settings.sasl_password.get_secret_value()
    return arguments


def make_consumer(settings: ConnectionSettings, *topics: str, **more: Any) -> AIOKafkaConsumer:  # noqa: ANN401  # aiokafka's
    """A consumer that sees committed records only and commits nothing by itself; `more` are aiokafka's own arguments.

    Call it in a running event loop.
    """
    defaults = {"isolation_level": "read_committed", "enable_auto_commit": False, "auto_offset_reset": "earliest"}
    return AIOKafkaConsumer(*topics, **(connection_arguments(settings) | defaults | more))


def make_producer(settings: ConnectionSettings, **more: Any) -> AIOKafkaProducer:  # noqa: ANN401  # aiokafka's
    """An idempotent producer; with a `transactional_id` a transactional one. `more` are aiokafka's own arguments.

    Call it in a running event loop.
    """
    defaults = {
        "enable_idempotence": True,
        "max_batch_size": MAX_BATCH_BYTES,
        "max_request_size": MAX_REQUEST_BYTES,
    }
    return AIOKafkaProducer(**(connection_arguments(settings) | defaults | more))


def make_admin(settings: ConnectionSettings, **more: Any) -> AIOKafkaAdminClient:  # noqa: ANN401  # aiokafka's
    """An admin client; `more` are aiokafka's own arguments. Call it in a running event loop."""
    return AIOKafkaAdminClient(**(connection_arguments(settings) | more))
