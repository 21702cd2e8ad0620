"""What the pages on entities and events list is what the code has, and every value has its lines in the corpora."""

import re
import tomllib
from importlib import import_module
from pathlib import Path
from typing import get_args

import pytest

from schemas import vocabulary
from services.nlp.entities.corrections import STEPS
from tests.corpus.timex_lines import corpus_files, lines_of

ROOT = Path(__file__).parents[2]
ENTITIES = (ROOT / "docs/reference/entities.md").read_text("utf-8")
EVENTS = (ROOT / "docs/reference/events.md").read_text("utf-8")
salience = import_module("services.nlp.entities.salience")
KINDS = tomllib.loads((ROOT / "services/nlp/events/data/kinds.toml").read_text("utf-8"))


def corpus(folder: str) -> str:
    """All lines of a folder of the corpus."""
    return "\n".join(file.read_text("utf-8") for file in sorted((ROOT / "tests/corpus" / folder).glob("*.yaml")))


def test_the_page_lists_every_correction_in_its_order() -> None:
    """A reader sees what is done to a name, step by step."""
    listed = re.findall(r"^\| `([a-z_]+)` \|", ENTITIES.split("## Extents")[0], re.MULTILINE)
    assert listed == [step.__name__ for step in STEPS]


def test_the_page_has_the_formula_of_salience() -> None:
    """Its weights are the code's, and they add up to one."""
    (written,) = re.findall(r"^salience = (.*)$", ENTITIES, re.MULTILINE)
    weights = {name: float(weight) for weight, name in re.findall(r"([\d.]+) (\w+)", written)}
    code = {name: getattr(salience, name.upper()) for name in weights}
    assert weights == code
    assert sum(weights.values()) == pytest.approx(1)
    assert f"every {salience.HALVING} characters" in " ".join(ENTITIES.split())


def test_the_page_lists_every_kind() -> None:
    """The vocabulary of what happened is documented whole."""
    section = EVENTS.split("## Kind")[1].split("`kinds.toml`")[0]
    assert set(re.findall(r"`([a-z]+)`", section)) - {"null"} == set(KINDS)


@pytest.mark.parametrize("role", get_args(vocabulary.ParticipantRole))
def test_every_role_is_explained_and_has_lines(role: str) -> None:
    """Who takes part how."""
    assert f"| `{role}` |" in EVENTS
    assert len(re.findall(rf"\b{role}\b", corpus("events"))) >= 5


@pytest.mark.parametrize("modality", get_args(vocabulary.Modality))
def test_every_modality_is_explained_and_has_lines(modality: str) -> None:
    """How an event is told."""
    assert f"| `{modality}` |" in EVENTS
    assert len(re.findall(rf": {modality}\b", corpus("events"))) >= 5


@pytest.mark.parametrize("name", get_args(vocabulary.EventClass))
def test_every_class_has_lines(name: str) -> None:
    """TimeML's classes."""
    assert len(re.findall(rf": {name}\b", corpus("events"))) >= 5


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_lines(kind: str) -> None:
    """A kind that no line has could be lost unseen."""
    assert len(re.findall(rf": {kind}\b", corpus("events"))) >= 2


@pytest.mark.parametrize("method", set(get_args(vocabulary.DatingMethod)) - {"none"})
def test_every_method_of_dating_is_explained_and_has_lines(method: str) -> None:
    """How an event got its date."""
    assert f"`{method}`" in (ROOT / "docs/explanation/event-dating.md").read_text("utf-8")
    assert len(re.findall(rf"[\d.] {method}\b", corpus("dating"))) >= 5


@pytest.mark.parametrize("label", get_args(vocabulary.EntityLabel))
def test_every_label_has_lines(label: str) -> None:
    """What a name may be the name of."""
    assert len(re.findall(rf"\b{label}\b", corpus("entities"))) >= 2


LINES = [line for file in corpus_files() for line in lines_of(file)]


@pytest.mark.parametrize("mod", get_args(vocabulary.TimexMod))
def test_every_modifier_of_times_has_lines(mod: str) -> None:
    """TIMEX3's mod."""
    assert sum(found.attributes.get("mod") == mod for line in LINES for found in line.expected) >= 2


@pytest.mark.parametrize("name", get_args(vocabulary.TimexType))
def test_every_type_of_times_has_lines(name: str) -> None:
    """TIMEX3's type."""
    assert sum(found.attributes.get("type") == name for line in LINES for found in line.expected) >= 20
