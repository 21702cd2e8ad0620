"""What to do about an error: every one is sorted once, here."""

import asyncio
from enum import Enum

from aiokafka import errors

from services.enricher.process import WorkerUnusableError
from services.kafka.reach import BrokerRefusesError
from services.kafka.settings import ConfigurationError


class FatalError(Exception):
    """The service can't go on and a restart alone won't help: configuration, authorisation, too many dead letters."""


class MisconfiguredError(FatalError):
    """Topics or settings don't fit; the message says which and what to do."""


class Fault(Enum):
    """What an error means for a lane. Each one ends its session; the difference is what comes after."""

    FENCED = "fenced"
    """Another producer has the lane's transactional id: start anew, not soon, if the partition is still ours."""

    TIMEOUT = "timeout"
    """A call was given up; whether it took effect is not known. Start anew, reading the offset again."""

    RETRIABLE = "retriable"
    """Anything else that may pass, programming errors of the client included. Start anew, reading the offset again."""

    FATAL = "fatal"
    """Log why and end the process with a code other than 0."""


FATAL_ERRORS = (
    FatalError,
    WorkerUnusableError,
    BrokerRefusesError,
    ConfigurationError,
    errors.TopicAuthorizationFailedError,
    errors.GroupAuthorizationFailedError,
    errors.ClusterAuthorizationFailedError,
    errors.TransactionalIdAuthorizationFailed,
    errors.SaslAuthenticationFailed,
    errors.UnsupportedSaslMechanismError,
    errors.IllegalSaslStateError,
    errors.AuthenticationMethodNotSupported,
    errors.InvalidSessionTimeoutError,
    errors.InvalidGroupIdError,
    errors.InconsistentGroupProtocolError,
    errors.InvalidTransactionTimeout,
    errors.InvalidTopicError,
    errors.InvalidRequiredAcksError,
    # The topic takes less than the service's own limits allow; the same record would come back for ever.
    errors.MessageSizeTooLargeError,
    errors.RecordListTooLargeError,
)

FENCED_ERRORS = (errors.ProducerFenced, errors.InvalidProducerEpoch)


def sort(error: BaseException) -> Fault:
    """The fault that an error is; of a group the gravest that it holds."""
    if isinstance(error, BaseExceptionGroup):
        faults = {sort(each) for each in error.exceptions}
        return next(fault for fault in (Fault.FATAL, Fault.FENCED, Fault.TIMEOUT, Fault.RETRIABLE) if fault in faults)
    if isinstance(error, FATAL_ERRORS):
        return Fault.FATAL
    if isinstance(error, FENCED_ERRORS):
        return Fault.FENCED
    if isinstance(error, (TimeoutError, asyncio.TimeoutError)):
        return Fault.TIMEOUT
    return Fault.RETRIABLE


def explain(error: BaseException) -> str:
    """One line: the error, or what a group of errors holds."""
    if isinstance(error, BaseExceptionGroup):
        return "; ".join(explain(each) for each in error.exceptions)
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
