"""Who and what an article speaks of."""

from typing import Annotated

from pydantic import Field

from schemas.base import Contract
from schemas.spans import Span
from schemas.vocabulary import EntityLabel


class Place(Contract):
    """Where a place is, from an offline gazetteer; an entity has none where the name is ambiguous."""

    country: str | None = Field(description="ISO 3166-1 alpha-2", min_length=2, max_length=2)
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None


class Entity(Contract):
    """A cluster of mentions of one person, organisation, place or thing within one article."""

    id: str = Field(description="e1, e2 … in the order of first mention")
    name: str = Field(description="the fullest name, without article, title or region")
    label: EntityLabel
    salience: float = Field(ge=0, le=1)
    link: str | None = Field(default=None, description="the id in the newsroom's authority file")
    place: Place | None = None
    mentions: tuple[Span, ...] = Field(min_length=1, description="apart or one inside another, never crossing")
