"""Participants and sources point to the entity that their words speak of."""

import pytest

from services.nlp.annotations import Document
from services.nlp.engine import Engine


@pytest.fixture(scope="module")
def engine() -> Engine:
    """The model that the service runs with."""
    return Engine.load()


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("The town's mayor, Ada Marlow, reopened the fair.", "Ada Marlow"),
        ("Norway's Prime Minister, Lina Haddad, resigned.", "Lina Haddad"),
        ("Norwegian Army Chief of Staff, Colonel General Pavel Novotny, resigned.", "Pavel Novotny"),
        ("President Lina Haddad resigned.", "Lina Haddad"),
        ("London's FTSE 100 fell.", "FTSE 100"),
    ],
)
def test_an_agent_is_the_entity_named_or_explained(engine: Engine, text: str, agent: str) -> None:
    """An office in capitals is explained by the name behind it like a common noun; the bare name is the entity's."""
    [(annotations, _)] = engine.analyse([Document(text)])
    names = {entity.id: entity.name for entity in annotations.entities}
    assert {names.get(p.entity or "") for event in annotations.events for p in event.participants[:1]} == {agent}


def test_a_source_is_the_entity_that_explains_it(engine: Engine) -> None:
    """The same holds of who says something."""
    [(annotations, _)] = engine.analyse([Document("Norway's Prime Minister, Lina Haddad, said the fair had reopened.")])
    names = {entity.id: entity.name for entity in annotations.entities}
    assert names["e2"] == "Lina Haddad"
    assert {e.attribution.entity for e in annotations.events if e.attribution} == {"e2"}
