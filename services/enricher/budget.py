"""How much work may be under way, in bytes, in records and in time."""

from dataclasses import dataclass

SMOOTHING = 0.2
"""Weight of the newest measurement: a few batches set the pace, one odd article does not."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Bytes over all lanes, records of one lane, and seconds that the workers need for all that is under way."""

    bytes: int
    records: int
    seconds: float


class Budget:
    """Counts what is under way over all lanes and says whether there is room for more.

    Time is a bound of its own, because what a worker must finish or throw away at a rebalance is measured in seconds,
    and a megabyte may be one second or a minute (docs/explanation/exactly-once.md, rule 17).
    """

    def __init__(self, bounds: Bounds, workers: int) -> None:
        self._bounds = bounds
        self._workers = workers
        self._seconds_per_byte = 0.0
        self._waiting_bytes = 0
        self.bytes = 0
        self.records = 0

    def has_room(self, lane_records: int) -> bool:
        """Whether a lane with so many records under way may take more.

        A lane with none always may, or one lane with a huge record would stop all others for as long as that takes.
        """
        if lane_records == 0:
            return True
        return (
            lane_records < self._bounds.records
            and self.bytes < self._bounds.bytes
            and self._waiting_bytes * self._seconds_per_byte / self._workers < self._bounds.seconds
        )

    def take(self, records: int, size: int) -> None:
        """Records of `size` bytes are under way."""
        self.records += records
        self.bytes += size
        self._waiting_bytes += size

    def work_done(self, size: int, result_size: int, seconds: float) -> None:
        """Work on `size` bytes took so many seconds of one worker; the results wait for their commit."""
        self._waiting_bytes -= size
        self.bytes += result_size
        if size:
            pace = seconds / size
            old = self._seconds_per_byte
            self._seconds_per_byte = pace if old == 0 else old + SMOOTHING * (pace - old)

    def release(self, records: int, size: int, result_size: int, *, worked: bool) -> None:
        """Records are committed or dropped; `worked` says whether `work_done` was told of them."""
        self.records -= records
        self.bytes -= size + result_size
        if not worked:
            self._waiting_bytes -= size
