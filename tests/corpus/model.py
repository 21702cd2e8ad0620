"""The model that the corpora are read with, loaded once for all of them."""

from functools import cache

from services.nlp.engine import Engine


@cache
def engine() -> Engine:
    """The analysis that the service runs with."""
    return Engine.load()
