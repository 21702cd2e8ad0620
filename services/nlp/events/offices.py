"""Whom "the president" means: the one person to whom the text has given that role, before a name or beside it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from services.nlp.annotations import Entity
from services.nlp.events.lexicon import person_nouns
from services.nlp.events.syntax import Syntax

FEW = 5
"""Words beside a role that are looked at: "Deputy Prime Minister Ada Marlow"."""

_BESIDE = frozenset({"compound", "appos"})

Named = Callable[[int], Entity | None]
"""The entity of the mention that covers a token."""


@dataclass(frozen=True, slots=True)
class Office:
    """A role as it was first stated, with the words beside it ("prime"); `bearer` is None where two bear it."""

    token: int
    beside: frozenset[str]
    bearer: Entity | None


def read_offices(syntax: Syntax, entities: tuple[Entity, ...], named: Named) -> dict[str, Office]:
    """Every role that the text gives to a person, by its noun."""
    offices: dict[str, Office] = {}
    if not any(entity.label == "PERSON" for entity in entities):
        return offices
    for token, bearer in _stated(syntax, named):
        role = syntax.lower[token]
        known = offices.get(role)
        if known is None:
            above = token if syntax.children[token] else syntax.heads[token]
            beside = frozenset(syntax.lower[child] for child in syntax.children[above][:FEW] if child < token)
            offices[role] = Office(token, beside | {"the"}, bearer)
        elif known.bearer is not None and known.bearer.id != bearer.id:
            offices[role] = Office(known.token, known.beside, None)
    return offices


def bearer_of(syntax: Syntax, head: int, offices: dict[str, Office]) -> Entity | None:
    """The person that "the" and a role mean; "the former president" and "the president of Norway" may be others."""
    office = offices.get(syntax.lower[head])
    if office is None or office.token >= head or syntax.tags[head] != "NN":
        return None
    if len(syntax.children[head]) > len(office.beside):
        return None
    beside = {syntax.lower[child] for child in syntax.children[head]}
    return office.bearer if "the" in beside and beside <= office.beside else None


def _stated(syntax: Syntax, named: Named) -> Iterator[tuple[int, Entity]]:
    """Each noun that says what a person is, with the person: a title, or one side of an apposition."""
    nouns = person_nouns()
    for token in [token for token, dep in enumerate(syntax.deps) if dep in _BESIDE]:
        dep, head = syntax.deps[token], syntax.heads[token]
        role, name = (token, head) if dep == "compound" or named(head) is not None else (head, token)
        if syntax.lower[role] not in nouns:
            continue
        person = named(name)
        if person is None or person.label != "PERSON":
            continue
        is_title = dep == "compound" and syntax.text[syntax.starts[role] : syntax.ends[role]] not in person.name.split()
        if is_title or (dep == "appos" and named(role) is None and syntax.tags[role] == "NN"):
            yield role, person
