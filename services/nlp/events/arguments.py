"""Arguments of an event before they become participants."""

from msgspec import Struct

from schemas.vocabulary import ParticipantRole
from services.nlp.events.syntax import Syntax


class Argument(Struct, frozen=True, gc=False):
    """A head token and its role."""

    head: int
    role: ParticipantRole


def objects_of(syntax: Syntax, preposition: int) -> list[int]:
    """The nouns after a preposition; a dative without one is its own noun."""
    found = [child for child in syntax.children[preposition] if syntax.deps[child] in ("pobj", "dobj")]
    return found or ([] if syntax.tags[preposition] in ("IN", "TO") else [preposition])
