"""Places: the names and abbreviations of one country, and a city with or without what tells it from others."""

from collections.abc import Sequence

from services.nlp.entities.clusters.groups import Group, Union
from services.nlp.entities.gazetteer import abbreviations, countries
from services.nlp.entities.words import plain

PARTS = frozenset({"England", "Scotland", "Wales", "Northern Ireland", "Hong Kong", "Macau", "Palestine"})
"""Names that GeoNames or a newsroom files under a country and that are not the country."""
LANDS = frozenset({"Island", "Islands", "Peninsula", "Archipelago", "Valley", "Volcano", "volcano", "island"})
"""Last words without which a land has the same name."""
HEIGHTS = frozenset({"Mount", "Mt", "Mt."})
"""First words without which a height has the same name."""
LONGER = {"D.C.", "DC", "City", "province", "Province", "prefecture", "Prefecture"}


def settle_islands(groups: Sequence[Group]) -> None:
    """What is named with and without its kind is the land: Sorrel after Sorrel Island, if nobody is called so."""
    lands = _lands(groups).keys()
    if lands:
        named = {(word,) for g in groups if g.family == "person" and len(g.words) > 1 for word in g.words}
        for one in groups:
            if one.words in lands - named and one.label in {"PERSON", "ORG", "FAC", "PRODUCT"}:
                one.label = "LOC"


def _lands(groups: Sequence[Group]) -> dict[tuple[str, ...], int]:
    """The lands and heights by their names without their kind: Sorrel Island, Mount Mayon."""
    named = [(n, one.words) for n, one in enumerate(groups) if one.label == "LOC" and len(one.words) > 1]
    heights = {words[1:]: n for n, words in named if words[0] in HEIGHTS}
    return heights | {words[:-1]: n for n, words in named if words[-1] in LANDS}


def join_places(groups: Sequence[Group], union: Union) -> None:
    """Join the names of the same place."""
    known = countries()
    by_code: dict[str, int] = {}
    by_words: dict[tuple[str, ...], int] = {}
    by_initials: dict[str, int] = {}
    lands = _lands(groups)
    for n, one in enumerate(groups):
        name = " ".join(one.words)
        if one.family != "place" and name not in {"U.S.", "US", "UK"}:
            continue
        if one.words in lands and one.words:
            union.join(lands[one.words], n)
        code = known.get(name)
        if code and name not in PARTS:
            union.join(by_code.setdefault(code, n), n)
            continue
        spelt = tuple(abbreviations()[name].split()) if name in abbreviations() else one.words
        bare = (
            one.words[:-1]
            if len(one.words) > 1 and one.words[-1] in LONGER and one.words != ("Mexico", "City")
            else spelt
        )
        union.join(by_words.setdefault(tuple([plain(word) for word in _landmark(bare)]), n), n)
        if len(one.words) > 1:
            by_initials.setdefault("".join(word[0] for word in one.words), n)
    for n, one in enumerate(groups):
        if one.family == "place" and len(one.words) == 1 and one.words[0].replace(".", "").isupper():
            full = by_initials.get(one.words[0].replace(".", ""))
            if full is not None:
                union.join(full, n)


def _landmark(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name whose last words are small as one with a capital: the Teral river valley is the Teral Valley."""
    if len(words) == 1 or not words[-1][:1].isalpha():
        return words
    return (*[word for word in words[:-1] if not word.islower()], words[-1].capitalize())
