"""Times in the form in which spaCy sends documents to other processes and writes them to disk.

`nlp.pipe(…, n_process=2)`, `Doc.to_bytes` and `DocBin(store_user_data=True)` write what extensions hold as msgpack,
which knows neither our records nor dates. srsly, spaCy's writer, takes one function for writing and one for reading.
"""

from collections.abc import Callable
from typing import Any

import srsly
from msgspec import convert, to_builtins

from services.nlp.annotations import ReferenceTime, Timex

RECORDS: dict[str, type[Timex | ReferenceTime]] = {"dateline.Timex": Timex, "dateline.ReferenceTime": ReferenceTime}
NAMES = {record: name for name, record in RECORDS.items()}
Chain = Callable[[Any], Any] | None


def encode(value: object, chain: Chain = None) -> object:
    """A record as a map under its name; anything else is for the next in the chain."""
    name = NAMES.get(type(value))  # type: ignore[arg-type]  # most values are of other types
    if name:
        return {name: to_builtins(value)}
    return value if chain is None else chain(value)


def decode(value: Any, chain: Chain = None) -> object:  # noqa: ANN401  # whatever else is written
    """The record that a map holds under its name."""
    if isinstance(value, dict) and len(value) == 1:
        (name,) = value
        if record := RECORDS.get(name):
            return convert(value[name], record)
    return value if chain is None else chain(value)


def register() -> None:
    """Let spaCy write and read times. May be called any number of times."""
    srsly.msgpack_encoders.register("dateline_timex", func=encode)
    srsly.msgpack_decoders.register("dateline_timex", func=decode)
