"""How to reach the broker, for every client, from environment variables with the prefix DATELINE_."""

from enum import StrEnum
from pathlib import Path
from typing import Any, Self

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "DATELINE_"
# Each may come as a value or, with the suffix _FILE, as the path of a file that holds it, as secrets are mounted.
_FROM_FILE = ("sasl_username", "sasl_password", "ssl_key_password")


class ConfigurationError(ValueError):
    """A setting is missing or wrong; the message names the environment variable and never holds a secret."""


class SecurityProtocol(StrEnum):
    """Kafka's names for with and without TLS, with and without a login."""

    PLAINTEXT = "PLAINTEXT"
    SSL = "SSL"
    SASL_PLAINTEXT = "SASL_PLAINTEXT"
    SASL_SSL = "SASL_SSL"

    @property
    def encrypts(self) -> bool:
        """Whether the connection is TLS."""
        return self in {SecurityProtocol.SSL, SecurityProtocol.SASL_SSL}

    @property
    def logs_in(self) -> bool:
        """Whether the client must show who it is with SASL."""
        return self in {SecurityProtocol.SASL_PLAINTEXT, SecurityProtocol.SASL_SSL}


class SaslMechanism(StrEnum):
    """The ways to log in; SCRAM (RFC 5802) never sends the password."""

    PLAIN = "PLAIN"
    SCRAM_SHA_256 = "SCRAM-SHA-256"
    SCRAM_SHA_512 = "SCRAM-SHA-512"


class ConnectionSettings(BaseSettings):
    """Where the broker is and how to be let in. `connection_settings()` reads it with errors for people."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="ignore", hide_input_in_errors=True)

    bootstrap_servers: str = Field("127.0.0.1:9092", description="host:port, several with commas")
    client_id: str = Field("dateline", description="the name in the broker's logs, metrics and quotas")
    security_protocol: SecurityProtocol = Field(
        SecurityProtocol.PLAINTEXT, description="PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL"
    )
    sasl_mechanism: SaslMechanism = Field(
        SaslMechanism.SCRAM_SHA_512, description="PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512"
    )
    sasl_username: str | None = Field(None, description="who logs in")
    sasl_username_file: Path | None = Field(None, description="a file that holds the user's name")
    sasl_password: SecretStr | None = Field(None, description="with which password; better from a file")
    sasl_password_file: Path | None = Field(None, description="a file that holds the password")
    ssl_ca_file: Path | None = Field(None, description="PEM; who may sign the broker's certificate; else the system's")
    ssl_cert_file: Path | None = Field(None, description="PEM; our certificate, where the broker asks for one")
    ssl_key_file: Path | None = Field(None, description="PEM; its key, where it is not in ssl_cert_file")
    ssl_key_password: SecretStr | None = Field(None, description="of the key; better from a file")
    ssl_key_password_file: Path | None = Field(None, description="a file that holds the key's password")

    @model_validator(mode="before")
    @classmethod
    def _read_files(cls, given: Any) -> Any:  # noqa: ANN401  # whatever a settings source gives
        return given if not isinstance(given, dict) else given | _read_secrets(given)

    @field_validator("bootstrap_servers")
    @classmethod
    def _is_a_list_of_addresses(cls, value: str) -> str:
        addresses = [address.strip() for address in value.split(",") if address.strip()]
        for address in addresses:
            host, _, port = address.rpartition(":")
            if not host or not port.isdecimal() or not 0 < int(port) <= 65_535:  # noqa: PLR2004  # the last port
                raise ValueError(f"{address!r} is not host:port")
        if not addresses:
            raise ValueError("names no broker: give host:port, several with commas")
        return ",".join(addresses)

    @field_validator("ssl_ca_file", "ssl_cert_file", "ssl_key_file")
    @classmethod
    def _exists(cls, value: Path | None) -> Path | None:
        if value is not None and not value.is_file():
            raise ValueError(f"there is no file {value}")
        return value

    @model_validator(mode="after")
    def _fit_together(self) -> Self:
        if self.security_protocol.logs_in and not (self.sasl_username and self.sasl_password):
            raise ValueError(f"{self.security_protocol} needs {_names('sasl_username')} and {_names('sasl_password')}")
        if self.ssl_key_file and not self.ssl_cert_file:
            raise ValueError(f"{_name('ssl_key_file')} is of no use without {_name('ssl_cert_file')}")
        return self


def connection_settings(**given: Any) -> ConnectionSettings:  # noqa: ANN401  # any of the fields
    """The settings from the environment, those `given` (not None) first. Raises ConfigurationError."""
    chosen = {name: value for name, value in given.items() if value is not None}
    try:
        return ConnectionSettings(**chosen)
    except ValidationError as error:
        raise ConfigurationError(explain(error)) from error


def explain(error: ValidationError) -> str:
    """What is wrong with which environment variable, without the values."""
    return "; ".join(
        f"{_name(str(detail['loc'][0]))}: {_plain(detail['msg'])}" if detail["loc"] else _plain(detail["msg"])
        for detail in error.errors(include_input=False, include_url=False)
    )


def _plain(message: str) -> str:
    return message.removeprefix("Value error, ")


def _read_secrets(given: dict[str, Any]) -> dict[str, str]:
    read = {}
    for field in _FROM_FILE:
        if (path := given.get(f"{field}_file")) is None:
            continue
        if given.get(field) is not None:
            raise ValueError(f"{_name(field)} and {_name(field)}_FILE are both set: keep one")
        try:
            # Editors and `echo` end a file with a line end; a password doesn't.
            read[field] = Path(path).read_text("utf-8").rstrip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            raise ValueError(f"{_name(field)}_FILE: cannot read {path}: {error}") from error
    return read


def _name(field: str) -> str:
    return f"{PREFIX}{field.upper()}"


def _names(field: str) -> str:
    return f"{_name(field)} (or {_name(field)}_FILE)"
