"""Errors of the broker and of its settings as errors of a command: what to do next, and the exit code."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from aiokafka.errors import KafkaError

from services.cli.exits import CommandError, ExitCode
from services.kafka.reach import BrokerRefusesError, BrokerUnreachableError
from services.kafka.settings import ConfigurationError

_UNREACHABLE = "start one here with `dateline kafka up`, or name yours with DATELINE_BOOTSTRAP_SERVERS"
_REFUSES = "check DATELINE_SECURITY_PROTOCOL, DATELINE_SASL_…, DATELINE_SSL_… and what the broker permits this user"


@contextmanager
def broker_errors() -> Iterator[None]:
    """Raises CommandError for everything that can go wrong between us and a broker."""
    # What aiokafka logs on the way to an error is in the error, or nothing a person at a terminal could use; and so is
    # what the event loop has to say of the futures that nobody waits for after it.
    for name in ("aiokafka", "asyncio"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    try:
        yield
    except ConfigurationError as error:
        raise CommandError(str(error), code=ExitCode.CONFIGURATION, hint="see docs/reference/settings.md") from error
    except BrokerUnreachableError as error:
        raise CommandError(str(error), code=ExitCode.BROKER, hint=_UNREACHABLE) from error
    except BrokerRefusesError as error:
        raise CommandError(str(error), code=ExitCode.BROKER, hint=_REFUSES) from error
    except KafkaError as error:
        raise CommandError(f"the broker says no: {error}", code=ExitCode.BROKER) from error
