"""Products, storms and peoples: plurals, model numbers with and without the maker."""

from collections.abc import Sequence

from services.nlp.entities.clusters.groups import Group, Union
from services.nlp.entities.corrections.storms import STORMS
from services.nlp.entities.lexicon import entries, sections

MAKERS = 8
"""Makers of one model that are told apart; a bound, so that no text makes the search more than linear."""


MAKER_WORDS = frozenset(word for phrase in sections("products")["makers"] for word in phrase.split())
INDEX_WORDS = entries("models", "index words")
"""The Nikkei stock index is the Nikkei."""


def settle_models(groups: Sequence[Group]) -> None:
    """A lone word that ends a product's name is the product: Volt after Chevrolet Volt."""
    models = {g.words[-1] for g in groups if g.label == "PRODUCT" and len(g.words) > 1 and g.words[0] in MAKER_WORDS}
    for one in groups:
        if (
            len(one.words) == 1
            and one.words[0] in models
            and one.label in {"ORG", "PERSON", "WORK_OF_ART", "FAC", "LOC"}
        ):
            one.label = "PRODUCT"


def settle_storms(groups: Sequence[Group]) -> None:
    """A lone word that ends a storm's name is the storm, unless somebody is called so: Odette of Hurricane Odette."""
    storms = {g.words[-1] for g in groups if _is_storm(g)}
    if storms:
        named = {word for g in groups if g.family == "person" and len(g.words) > 1 for word in g.words}
        for one in groups:
            if len(one.words) == 1 and one.words[0] in storms - named:
                one.label = "EVENT"


def _is_storm(group: Group) -> bool:
    """Whether a group is a storm with its kind."""
    return group.label == "EVENT" and len(group.words) > 1 and group.words[-2] in STORMS


def join_things(groups: Sequence[Group], union: Union) -> None:
    """Join products that share a model, a storm with and without its kind, the plural of a people to its singular."""
    models = _Models()
    peoples: dict[tuple[str, ...], int] = {}
    storms = {one.words[-1]: n for n, one in enumerate(groups) if _is_storm(one)}
    for n, one in enumerate(groups):
        if one.label == "PRODUCT":
            models.add(one, n, union)
        elif one.label == "EVENT" and one.words[-1] in storms and (len(one.words) == 1 or _is_storm(one)):
            union.join(storms[one.words[-1]], n)
        elif one.label == "NORP":
            core = tuple(word.removesuffix("s") for word in one.words)
            union.join(peoples.setdefault(core, n), n)
    models.join_nicknames(union)


class _Models:
    """Products by their names without the maker; an Aldmoor Watch is no Velden Watch."""

    def __init__(self) -> None:
        self._by_core: dict[tuple[str, ...], list[tuple[frozenset[str], int]]] = {}
        self._nicknames: dict[tuple[str, ...], int] = {}

    def add(self, group: Group, number: int, union: Union) -> None:
        """Take a product in, joined to the first of the same model that has the same maker or where one names none."""
        made_by = frozenset(group.words) & MAKER_WORDS
        bare = [word for word in group.words if word not in MAKER_WORDS and word.lower() not in INDEX_WORDS]
        core = tuple(_singular(word) for word in bare) or group.words
        known = self._by_core.setdefault(core, [])
        same = next((n for others, n in known if others & made_by or not (others and made_by)), None)
        if same is not None:
            union.join(same, number)
        if len(known) < MAKERS:
            known.append((made_by, number))
        if len(core) > 1:
            for part in (core[:1], core[-1:]):
                self._nicknames.setdefault(part, number)

    def join_nicknames(self, union: Union) -> None:
        """Join the first or the last word of a product's name to it: `Dreamliner`, 787."""
        for core, known in self._by_core.items():
            if core in self._nicknames:
                union.join(self._nicknames[core], known[0][1])


def _singular(word: str) -> str:
    """A product without the plural's `s`: 787s, Dreamliners."""
    return word[:-1] if word.endswith("s") and len(word) > 3 and not word.endswith("ss") else word  # noqa: PLR2004  # `iOS`, `RTS`
