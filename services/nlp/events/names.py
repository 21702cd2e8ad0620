"""Which entity names a token; one dictionary lookup."""

from bisect import bisect_left

from services.nlp.annotations import Entity, Span
from services.nlp.events.offices import bearer_of, read_offices
from services.nlp.events.syntax import Syntax

_LONGEST = 40
"""Tokens of a mention that are looked at."""


class Names:
    """The entities of a document by the tokens that their mentions cover."""

    def __init__(self, entities: tuple[Entity, ...], syntax: Syntax) -> None:
        self._at: dict[int, tuple[Entity, Span]] = {}
        found = [(entity, mention) for entity in entities for mention in entity.mentions]
        # the longest first: Alabama in "Mobile, Alabama" is a name of its own
        for entity, mention in sorted(found, key=lambda pair: pair[1].start - pair[1].end):
            first = bisect_left(syntax.starts, mention.start)
            for token in range(first, min(bisect_left(syntax.starts, mention.end), first + _LONGEST)):
                self._at[token] = entity, mention
        self._offices = read_offices(syntax, entities, self.at)

    def __contains__(self, token: int) -> bool:
        """Whether a token belongs to a name."""
        return token in self._at

    def at(self, token: int) -> Entity | None:
        """The entity of the mention that covers a token."""
        found = self._at.get(token)
        return found[0] if found else None

    def mention(self, token: int) -> Span | None:
        """The shortest mention that covers a token."""
        found = self._at.get(token)
        return found[1] if found else None

    def bearer(self, syntax: Syntax, head: int) -> Entity | None:
        """The person whom a role means: "the president" after "President Ada Marlow"."""
        return bearer_of(syntax, head, self._offices)

    def label(self, token: int) -> str | None:
        """The label of the entity of a token."""
        found = self._at.get(token)
        return found[0].label if found else None
