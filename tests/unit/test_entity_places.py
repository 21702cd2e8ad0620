"""Where places are: told where the article or the size of a city decides, left open where nothing does."""

from functools import cache

import pytest

from services.nlp.annotations import Document, Place
from services.nlp.engine import Engine
from services.nlp.entities.gazetteer import countries, sites


@cache
def engine() -> Engine:
    """The model that the service runs with."""
    return Engine.load()


def place_of(name: str, text: str) -> Place | None:
    """The place of the entity of that name."""
    [(annotations, _)] = engine().analyse([Document(text)])
    return next(entity.place for entity in annotations.entities if entity.name == name)


@pytest.mark.parametrize(
    ("name", "text", "country", "has_point"),
    [
        ("Norway", "Norway sold its shares.", "NO", False),
        ("Vienna", "She lives in Vienna.", "AT", True),
        ("Virginia", "South Africa beat Chile. He lives in Norfolk, Virginia.", "US", False),
        ("Salzburg", "Austria voted. He lives in Salzburg.", "AT", True),
        ("New York", "He lives in New York.", "US", True),
        ("Damascus", "The road to Damascus was cut by Syria.", "SY", True),
        ("Birmingham", "He was born in Birmingham, Alabama.", "US", True),
        ("Springfield", "He was born in Springfield, Illinois.", "US", True),
        ("Ohio", "Votes in Ohio decided it.", "US", False),
        ("Georgia", "A court in Tbilisi freed him. Georgia rejoiced.", "GE", False),
        ("Georgia", "He lives in Georgia. She moved to Atlanta in May.", "US", False),
        ("Georgia", "Armenia can trade with Georgia and Iran alone.", "GE", False),
        ("Congo", "Troops left Kinshasa. They crossed Congo.", "CD", False),
        ("Alton", "ALTON, Fiji (Example) - It rained.", "FJ", False),
        ("Cincinnati", "They met in Cincinnati, Toledo, Dayton and Akron.", "US", True),
        ("St Petersburg", "The orchestra from St Petersburg played.", "RU", True),
    ],
)
def test_a_place_is_told(name: str, text: str, country: str, has_point: bool) -> None:  # noqa: FBT001  # a parameter of a test
    """Country and, for a city, a point."""
    place = place_of(name, text)
    assert place is not None
    assert (place.country, place.latitude is not None) == (country, has_point)


def test_a_state_and_a_country_of_one_name_are_left_open() -> None:
    """Georgia alone may be either."""
    assert place_of("Georgia", "Talks were held in Georgia on Friday.") is None
    assert place_of("Georgia", "The US and Russia quarrel. Nobody asks Georgia.") is None


def test_an_unknown_village_has_no_place() -> None:
    """A name that no gazetteer has is nowhere."""
    [(annotations, _)] = engine().analyse([Document("The harbour of Aldmoor reopened in London.")])
    assert {entity.place is None for entity in annotations.entities if entity.name == "Aldmoor"} <= {True}


def test_the_tables_cannot_be_changed() -> None:
    """The gazetteer is shared by all articles of a process."""
    with pytest.raises(TypeError):
        countries()["Atlantis"] = "AT"  # type: ignore[index]  # that is the point
    assert sites()["London"][0].country == "GB"
