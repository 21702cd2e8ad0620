"""What a lane tells a tracer. Without one, trace headers pass from the raw to the enriched record as they came.

The tracer proper is in `opentelemetry_tracing`, an optional extra: this module must not import it.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Protocol

from services.enricher.core.plan import Plan
from services.enricher.core.record import Record
from services.enricher.core.work import Done
from services.enricher.faults import MisconfiguredError


@dataclass(frozen=True, slots=True)
class Worked:
    """A batch about to be published: its records, what came of them, and the seconds since it was taken."""

    records: Sequence[Record]
    results: Sequence[Done]
    seconds_since_taken: float


@dataclass(frozen=True, slots=True)
class Traced:
    """What to publish, with headers that continue each trace, and the trace to name beside the batch's measurements."""

    plan: Plan
    exemplar: dict[str, str] | None = None


class Tracing(Protocol):
    """Tells the story of each record as spans."""

    def publishing(self, worked: Worked, plan: Plan) -> AbstractContextManager[Traced]:
        """Spans of a batch from its taking to the end of the block, which publishes the plan it is given."""

    def close(self) -> None:
        """Send what is not sent yet. Blocks, for some seconds at most."""


class NoTracing:
    """Tells nothing."""

    def publishing(self, worked: Worked, plan: Plan) -> AbstractContextManager[Traced]:
        """The plan as it is."""
        del worked
        return nullcontext(Traced(plan))

    def close(self) -> None:
        """There is nothing to send."""


def make_tracing(group_id: str, *, wanted: bool) -> Tracing:
    """The tracer asked for. Raises MisconfiguredError where the extra is not installed."""
    if not wanted:
        return NoTracing()
    try:
        from services.enricher.opentelemetry_tracing import exporting  # noqa: PLC0415  # an optional extra
    except ModuleNotFoundError as error:
        raise MisconfiguredError(f"DATELINE_TRACING needs the extra: pip install 'dateline[otel]' ({error})") from error
    return exporting(group_id)
