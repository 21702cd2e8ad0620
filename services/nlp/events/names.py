"""Which entity names a stretch of text; one dictionary lookup a token."""

from services.nlp.annotations import Entity, Span

_LONGEST = 200
"""Characters of a mention that are looked at."""


class Names:
    """The entities of a document by the places where they are mentioned."""

    def __init__(self, entities: tuple[Entity, ...]) -> None:
        self._at: dict[int, tuple[Entity, Span]] = {}
        for entity in entities:
            for mention in entity.mentions:
                for place in range(mention.start, min(mention.end, mention.start + _LONGEST)):
                    self._at[place] = entity, mention

    def at(self, start: int, end: int) -> Entity | None:
        """The entity of the mention that covers a token."""
        found = self._find(start, end)
        return found[0] if found else None

    def mention(self, start: int, end: int) -> Span | None:
        """The mention that covers a token."""
        found = self._find(start, end)
        return found[1] if found else None

    def label(self, start: int, end: int) -> str | None:
        """The label of the entity of a token."""
        entity = self.at(start, end)
        return entity.label if entity else None

    def _find(self, start: int, end: int) -> tuple[Entity, Span] | None:
        return self._at.get(end - 1) or self._at.get(start)
