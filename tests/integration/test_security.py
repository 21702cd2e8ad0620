"""TLS and SASL against a real broker, with certificates made now."""

import logging
import os
import random
import ssl
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import structlog
import trustme
from aiokafka.admin import NewTopic
from aiokafka.errors import KafkaConnectionError
from cryptography.hazmat.primitives import serialization

from services.enricher.logs import configure_logs
from services.kafka.clients import make_consumer, make_producer
from services.kafka.local import LocalBroker
from services.kafka.reach import BrokerRefusesError, reached_admin
from services.kafka.server_properties import HOST, free_ports
from services.kafka.settings import connection_settings

USER = "reader"
PASSWORD = "right horse"  # noqa: S105  # a test's
SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule required;"
PLAIN = f'org.apache.kafka.common.security.plain.PlainLoginModule required user_{USER}="{PASSWORD}";'
LISTENERS = {"MUTUAL": "SSL", "LOGIN": "SASL_PLAINTEXT", "SECURE": "SASL_SSL"}


@dataclass(frozen=True)
class SecureBroker:
    """Where its listeners are, and the files a client needs."""

    addresses: dict[str, str]
    ca: Path
    certificate: Path
    password_file: Path

    def settings(self, listener: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401  # any setting
        """What a client of this listener is told, apart from who it is."""
        protocol = LISTENERS[listener]
        trust = {"ssl_ca_file": self.ca} if protocol.endswith("SSL") else {}
        return {"bootstrap_servers": self.addresses[listener], "security_protocol": protocol, **trust, **more}


@pytest.fixture(scope="module")
def secure(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SecureBroker]:
    """A broker that asks for a certificate, for a login, or for a login over TLS."""
    folder = tmp_path_factory.mktemp("secure")
    authority = trustme.CA()
    authority.cert_pem.write_to_path(folder / "ca.pem")
    authority.issue_cert("client@example.org").private_key_and_cert_chain_pem.write_to_path(folder / "client.pem")
    _write_keystore(authority.issue_cert(HOST), folder / "broker.pem")
    (folder / "password").write_text(f"{PASSWORD}\n")
    ports = free_ports(random.Random())  # noqa: S311  # spreads ports, guards nothing
    addresses = {listener: f"{HOST}:{next(ports)}" for listener in LISTENERS}
    properties = {
        "listeners": ",".join(f"{listener}://{address}" for listener, address in addresses.items()),
        "listener.security.protocol.map": ",".join(f"{name}:{protocol}" for name, protocol in LISTENERS.items()),
        "ssl.keystore.type": "PEM",
        "ssl.keystore.location": str(folder / "broker.pem"),
        "ssl.truststore.type": "PEM",
        "ssl.truststore.location": str(folder / "ca.pem"),
        "listener.name.mutual.ssl.client.auth": "required",
        "sasl.enabled.mechanisms": "PLAIN,SCRAM-SHA-256,SCRAM-SHA-512",
    }
    for listener in ("login", "secure"):
        properties[f"listener.name.{listener}.plain.sasl.jaas.config"] = PLAIN
        for scram in ("scram-sha-256", "scram-sha-512"):
            properties[f"listener.name.{listener}.{scram}.sasl.jaas.config"] = SCRAM
    users = [f'{scram}=[name="{USER}",password="{PASSWORD}"]' for scram in ("SCRAM-SHA-256", "SCRAM-SHA-512")]
    format_arguments = [argument for user in users for argument in ("--add-scram", user)]
    with LocalBroker(folder / "kafka", properties=properties, format_arguments=format_arguments):
        yield SecureBroker(addresses, folder / "ca.pem", folder / "client.pem", folder / "password")


def _write_keystore(certificate: trustme.LeafCert, path: Path) -> None:
    """Key and certificates in the form that Kafka reads: the key as PKCS #8."""
    key = serialization.load_pem_private_key(certificate.private_key_pem.bytes(), password=None)
    path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + b"".join(pem.bytes() for pem in certificate.cert_chain_pems)
    )


@pytest.mark.parametrize(
    ("listener", "who"),
    [
        ("MUTUAL", {}),
        ("LOGIN", {"sasl_mechanism": "PLAIN"}),
        ("LOGIN", {"sasl_mechanism": "SCRAM-SHA-512"}),
        ("SECURE", {"sasl_mechanism": "PLAIN"}),
        ("SECURE", {"sasl_mechanism": "SCRAM-SHA-256"}),
        ("SECURE", {"sasl_mechanism": "SCRAM-SHA-512"}),
    ],
    ids=lambda value: value if isinstance(value, str) else value.get("sasl_mechanism", "certificate"),
)
async def test_every_client_gets_in(secure: SecureBroker, unique_name: str, listener: str, who: dict[str, Any]) -> None:
    """Admin, transactional producer and consumer work over each way in; the password comes from a file."""
    me = {"sasl_username": USER, "sasl_password_file": secure.password_file} if who else {}
    certificate = {"ssl_cert_file": secure.certificate} if listener == "MUTUAL" else {}
    settings = connection_settings(**secure.settings(listener, **who, **me, **certificate))
    async with reached_admin(settings) as admin:
        await admin.create_topics([NewTopic(unique_name, 1, 1)])
    async with make_producer(settings, transactional_id=unique_name) as producer, producer.transaction():
        await (await producer.send(unique_name, b"one"))
    async with make_consumer(settings, unique_name) as consumer:
        assert (await consumer.getone()).value == b"one"


@pytest.mark.parametrize("mechanism", ["PLAIN", "SCRAM-SHA-512"])
async def test_a_wrong_password_is_a_refusal(secure: SecureBroker, mechanism: str) -> None:
    """The broker's no to a login is told apart from a broker that is away, and the password isn't in it."""
    me = {"sasl_username": USER, "sasl_password": "wrong horse", "sasl_mechanism": mechanism}
    with pytest.raises(BrokerRefusesError, match="Authentication") as caught:
        async with reached_admin(connection_settings(**secure.settings("SECURE", **me))):
            pass
    assert "wrong horse" not in str(caught.value)


@pytest.fixture(params=["info", "error"])
def logs(request: pytest.FixtureRequest) -> Iterator[None]:
    """Logs as the service writes them, at a level."""
    loggers = [logging.getLogger(), logging.getLogger("aiokafka")]
    before = [(logger, logger.level, logger.handlers) for logger in loggers]
    configure_logs("json", request.param)
    yield
    for logger, level, handlers in before:
        logger.setLevel(level)
        logger.handlers = handlers
    structlog.reset_defaults()


@pytest.mark.usefixtures("logs")
async def test_a_refusal_is_known_whatever_the_log_shows(secure: SecureBroker) -> None:
    """The log holds the line back that another part of the service wrote just before; both are told the refusal."""
    me = {"sasl_username": USER, "sasl_password": "wrong horse"}
    for _ in range(3):
        with pytest.raises(BrokerRefusesError, match="Authentication"):
            async with reached_admin(connection_settings(**secure.settings("SECURE", **me))):
                pass


async def test_an_unknown_authority_is_a_refusal(secure: SecureBroker, tmp_path: Path) -> None:
    """A broker whose certificate somebody else signed isn't talked to."""
    trustme.CA().cert_pem.write_to_path(tmp_path / "other.pem")
    told = secure.settings("SECURE", sasl_username=USER, sasl_password=PASSWORD) | {
        "ssl_ca_file": tmp_path / "other.pem"
    }
    with pytest.raises(BrokerRefusesError, match="certificate verify failed"):
        async with reached_admin(connection_settings(**told)):
            pass


async def test_without_a_certificate_nobody_gets_in(secure: SecureBroker) -> None:
    """A listener that asks for a certificate ends the connection of a client that has none."""
    with pytest.raises((OSError, KafkaConnectionError, ssl.SSLError)):
        async with reached_admin(connection_settings(**secure.settings("MUTUAL"))) as admin:
            await admin.list_topics()


def test_the_service_ends_when_it_is_refused(secure: SecureBroker) -> None:
    """A wrong password isn't waited out: `dateline run` says so and exits 4, for a person to mend it."""
    told = secure.settings("SECURE", sasl_username=USER, sasl_password="wrong horse")  # noqa: S106  # a test's
    environment = {f"DATELINE_{name.upper()}": str(value) for name, value in told.items()}
    done = subprocess.run(
        [Path(sys.executable).with_name("dateline"), "run", "--workers", "1", "--http-port", "0"],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 4, done.stderr
    assert "refuses us (SaslAuthenticationFailed" in done.stderr
