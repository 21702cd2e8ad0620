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


STATED = [
    ("President Ada Marlow met envoys. The president left on Monday.", "The president", "Ada Marlow"),
    ("Prime Minister Ada Marlow resigned. The prime minister wept.", "The prime minister", "Ada Marlow"),
    ("Prime Minister Ada Marlow resigned. The minister wept.", "The minister", "Ada Marlow"),
    ("Ada Marlow, the mayor, resigned. Witnesses thanked the mayor.", "the mayor", "Ada Marlow"),
    ("The mayor, Ada Marlow, resigned. The mayor wept.", "The mayor", "Ada Marlow"),
    ("Judge Helen Okafor freed the men. The judge left.", "The judge", "Helen Okafor"),
    ("President Ada Marlow met President Emil Osei. The president left.", "The president", None),
    ("President Ada Marlow resigned. The former president wept.", "The former president", None),
    ("President Ada Marlow resigned. The president of Norway wept.", "The president of Norway", None),
    ("President Ada Marlow resigned. A president died.", "A president", None),
    ("The president left. President Ada Marlow wept.", "The president", None),
    ("Judge Helen Okafor freed the men. The judges left.", "The judges", None),
    ("Ada Baker Marlow sang. The baker left.", "The baker", None),
]
"""A text, a phrase of it, and who that is."""


@pytest.mark.parametrize(("text", "phrase", "name"), STATED)
def test_a_role_is_the_one_person_who_was_given_it(engine: Engine, text: str, phrase: str, name: str | None) -> None:
    """A bare role is she of whom the text has said it, if it has said it of nobody else."""
    [(annotations, _)] = engine.analyse([Document(text)])
    names = {entity.id: entity.name for entity in annotations.entities}
    found = [p for event in annotations.events for p in event.participants if p.text == phrase]
    assert found
    assert names.get(found[-1].entity or "") == name


def test_a_role_that_speaks_is_its_bearer(engine: Engine) -> None:
    """The source of what "the mayor" said is she."""
    [(annotations, _)] = engine.analyse([Document("Mayor Ada Marlow resigned. The mayor said thieves had fled.")])
    (marlow,) = (entity for entity in annotations.entities if entity.name == "Ada Marlow")
    assert {event.attribution.entity for event in annotations.events if event.attribution} == {marlow.id}
