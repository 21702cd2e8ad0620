"""Who a noun phrase speaks of: the name at its head, or the name that explains it: "the mayor, Lina Osei"."""

from services.nlp.annotations import Entity
from services.nlp.events.names import Names
from services.nlp.events.syntax import Syntax


def entity_of(syntax: Syntax, head: int, names: Names) -> Entity | None:
    """The entity that a head names, or that an apposition to it does, or the person who bears the role that it is."""
    return names.at(head) or _explained(syntax, head, names) or names.bearer(syntax, head)


def _explained(syntax: Syntax, head: int, names: Names) -> Entity | None:
    """The entity of an apposition to a common noun, or to an office in capitals: "the Prime Minister, Lina Osei"."""
    name = syntax.child(head, "appos")
    if name is None or syntax.tags[head] not in {"NN", "NNP"} or syntax.child(name, "conj") is not None:
        return None
    entity = names.at(name) if syntax.tags[name].startswith("NNP") else None
    fits = entity is not None and (syntax.tags[head] == "NN" or entity.label == "PERSON")
    return entity if fits else None
