"""Clusters, names, salience: what an editor relies on."""

from functools import cache
from pathlib import Path

from schemas import Entity as EntityContract
from services.nlp.annotations import Document, Entity
from services.nlp.engine import Engine
from services.nlp.entities.corrections import STEPS

ARTICLE = """Harbour of Aldmoor reopens

ALDMOOR, 3 May (Example) - Mayor Mara Lindqvist reopened the harbour of Aldmoor, Reuters reported.

The Harbour Workers Union (HWU) had warned President Karel Osei of a strike. Osei came on Sunday. "We waited," Lindqvist
said. The HWU agreed with Lindqvist. A boat from Norway was the first to leave, and a band from Prague played.
"""


@cache
def engine() -> Engine:
    """The model that the service runs with."""
    return Engine.load()


def entities(text: str) -> tuple[Entity, ...]:
    """The entities of a text whose first line is the headline."""
    [(annotations, _)] = engine().analyse([Document(text, max(text.find("\n"), 0))])
    return annotations.entities


def test_each_person_is_one_entity() -> None:
    """Full name and surname are one, and the name is the full one."""
    people = [entity.name for entity in entities(ARTICLE) if entity.label == "PERSON"]
    assert people == ["Mara Lindqvist", "Karel Osei"]


def test_the_dateline_is_the_town() -> None:
    """A town in capitals is the same town, and its name is not shouted."""
    [town] = [entity for entity in entities(ARTICLE) if entity.name == "Aldmoor"]
    assert [mention.text for mention in town.mentions] == ["Aldmoor", "ALDMOOR", "Aldmoor"]


def test_salience_follows_the_story() -> None:
    """The subject of the article weighs more than what it mentions in passing."""
    salience = {entity.name: entity.salience for entity in entities(ARTICLE)}
    assert salience["Aldmoor"] > salience["Karel Osei"] > salience["Prague"]


def test_ids_count_in_the_order_of_the_first_mention() -> None:
    """e1, e2 … by where the first mention begins."""
    found = entities(ARTICLE)
    assert [entity.id for entity in found] == [f"e{number}" for number in range(1, len(found) + 1)]
    starts = [entity.mentions[0].start for entity in found]
    assert starts == sorted(starts)


def test_a_longer_mention_leaves_the_bare_name() -> None:
    """Title, region and possessor belong to the mention, not to the name; region and possessor are mentions, too."""
    found = entities("The UK's FTSE 100 fell, Senator Ada Marlow said in Mobile, Alabama.")
    assert {entity.name: [mention.text for mention in entity.mentions] for entity in found} == {
        "FTSE 100": ["The UK's FTSE 100"],
        "UK": ["UK"],
        "Ada Marlow": ["Senator Ada Marlow"],
        "Mobile": ["Mobile, Alabama"],
        "Alabama": ["Alabama"],
    }
    assert [entity.id for entity in found] == ["e1", "e2", "e3", "e4", "e5"]


def test_entities_meet_the_contract() -> None:
    """What is found validates against the published contract."""
    assert all(EntityContract.model_validate(entity) for entity in entities(ARTICLE))


def test_each_correction_is_in_use_and_documented() -> None:
    """Every step of the corrections stands in the reference by name."""
    reference = (Path(__file__).parents[2] / "docs" / "reference" / "entities.md").read_text("utf-8")
    assert [step.__name__ for step in STEPS if f"`{step.__name__}`" not in reference] == []
