"""Products and peoples: plurals, model numbers with and without the maker."""

from collections.abc import Sequence

from services.nlp.entities.clusters.groups import Group, Union
from services.nlp.entities.lexicon import sections


def settle_models(groups: Sequence[Group]) -> None:
    """A lone word that ends a product's name is the product: Volt after Chevrolet Volt."""
    makers = {word for phrase in sections("products")["makers"] for word in phrase.split()}
    models = {g.words[-1] for g in groups if g.label == "PRODUCT" and len(g.words) > 1 and g.words[0] in makers}
    for one in groups:
        if (
            len(one.words) == 1
            and one.words[0] in models
            and one.label in {"ORG", "PERSON", "WORK_OF_ART", "FAC", "LOC"}
        ):
            one.label = "PRODUCT"


def join_things(groups: Sequence[Group], union: Union) -> None:
    """Join products that share a model, and the plural of a people to its singular."""
    makers = {word for phrase in sections("products")["makers"] for word in phrase.split()}
    by_key: dict[tuple[str, tuple[str, ...]], int] = {}
    nicknames: dict[tuple[str, tuple[str, ...]], int] = {}
    for n, one in enumerate(groups):
        if one.label == "PRODUCT":
            core = tuple(_singular(word) for word in one.words if word not in makers) or one.words
            union.join(by_key.setdefault(("product", core), n), n)
            if len(core) > 1:
                for part in (core[:1], core[-1:]):
                    nicknames.setdefault(("product", part), n)
        elif one.label == "NORP":
            core = tuple(word.removesuffix("s") for word in one.words)
            union.join(by_key.setdefault(("people", core), n), n)
    for key, n in by_key.items():
        if key in nicknames:
            union.join(nicknames[key], n)


def _singular(word: str) -> str:
    """A product without the plural's `s`: 787s, Dreamliners."""
    return word[:-1] if word.endswith("s") and len(word) > 3 and not word.endswith("ss") else word  # noqa: PLR2004  # `iOS`, `RTS`
