"""Reaching a broker, and saying why not: away, or there and refusing us."""

import asyncio
import logging
import ssl
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import (
    AuthenticationFailedError,
    AuthenticationMethodNotSupported,
    ClusterAuthorizationFailedError,
    GroupAuthorizationFailedError,
    IllegalSaslStateError,
    KafkaError,
    SaslAuthenticationFailed,
    TopicAuthorizationFailedError,
    TransactionalIdAuthorizationFailed,
    UnsupportedSaslMechanismError,
)

from services.kafka.clients import make_admin
from services.kafka.settings import ConfigurationError, ConnectionSettings

REACHED_WITHIN = 10.0

# Trying again without changing a setting or a permission can't help.
REFUSALS: tuple[type[Exception], ...] = (
    AuthenticationFailedError,
    AuthenticationMethodNotSupported,
    ClusterAuthorizationFailedError,
    GroupAuthorizationFailedError,
    IllegalSaslStateError,
    SaslAuthenticationFailed,
    TopicAuthorizationFailedError,
    TransactionalIdAuthorizationFailed,
    UnsupportedSaslMechanismError,
    ssl.SSLCertVerificationError,
)

_AWAY_OR_REFUSED: tuple[type[Exception], ...] = (*REFUSALS, ConnectionError, TimeoutError)


class BrokerUnreachableError(ConnectionError):
    """Nothing answers there, or not in time; it may later."""


class BrokerRefusesError(PermissionError):
    """The broker answers and won't have us: login, certificate, permission. Trying again is of no use."""


@asynccontextmanager
async def reached_admin(
    settings: ConnectionSettings, within: float = REACHED_WITHIN
) -> AsyncIterator[AIOKafkaAdminClient]:
    """A started admin client. Raises BrokerUnreachableError, BrokerRefusesError, ConfigurationError.

    Errors of the calls made with it, too, are raised as one of the first two where that is what they mean.
    """
    try:
        admin = make_admin(settings)
    except (ssl.SSLError, OSError) as error:
        raise ConfigurationError(f"the certificates can't be used: {error}") from error
    try:
        with _bootstrap_failures() as failures:
            try:
                async with asyncio.timeout(within):
                    await admin.start()
            except (KafkaError, OSError) as error:  # TimeoutError is an OSError
                raise _sorted(error, failures, settings) from error
        try:
            yield admin
        except _AWAY_OR_REFUSED as error:
            raise _sorted(error, [], settings) from error
        except KafkaError as error:
            if error.retriable:
                raise _sorted(error, [], settings) from error
            raise
    finally:
        await admin.close()


@contextmanager
def refusals_raised() -> Iterator[None]:
    """For the start of any client: raises BrokerRefusesError where the broker refused us, else what the client raises.

    The client itself only says that it reached nobody. A service that took that at its word would wait for ever after
    its password was changed.
    """
    with _bootstrap_failures() as failures:
        try:
            yield
        except (KafkaError, OSError) as error:
            if (refusal := _refusal(failures)) is None:
                raise
            raise BrokerRefusesError(f"the broker refuses us ({_detail(refusal)})") from error


def _sorted(error: Exception, failures: list[Exception], settings: ConnectionSettings) -> Exception:
    """The error that names the cause: a refusal, or else the last of `failures`, or else `error` itself."""
    if refusal := _refusal([*failures, error]):
        return BrokerRefusesError(f"the broker at {settings.bootstrap_servers} refuses us ({_detail(refusal)})")
    cause = failures[-1] if failures else error
    return BrokerUnreachableError(f"no broker answers at {settings.bootstrap_servers} ({_detail(cause)})")


def _refusal(errors: Iterable[Exception]) -> Exception | None:
    return next((error for error in errors if isinstance(error, REFUSALS)), None)


def _detail(cause: Exception) -> str:
    return f"{type(cause).__name__}: {cause}" if str(cause) else type(cause).__name__


class _Failures(logging.Handler):
    """Keeps the exceptions that one task logs."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.caught: list[Exception] = []
        self._task = asyncio.current_task()

    def emit(self, record: logging.LogRecord) -> None:
        if asyncio.current_task() is self._task and isinstance(record.args, tuple):
            self.caught += [argument for argument in record.args if isinstance(argument, Exception)]


@contextmanager
def _bootstrap_failures() -> Iterator[list[Exception]]:
    """Why each address failed: aiokafka logs it and raises only that all of them did."""
    # The client's logger is called aiokafka; its lines are kept from standard error, for the error says the same.
    handler, logger = _Failures(), logging.getLogger("aiokafka")
    logger.addHandler(handler)
    try:
        yield handler.caught
    finally:
        logger.removeHandler(handler)
