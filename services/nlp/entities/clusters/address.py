"""Forms of address: where a man and a woman share a surname, Mr Marlow is the one and Mrs Marlow the other."""

from collections.abc import Iterable, Mapping

from services.nlp.entities.first_names import Gender, genders
from services.nlp.entities.mention import Mention
from services.nlp.entities.words import Words

FORMS: Mapping[str, Gender] = {
    "Mr": "man", "Mr.": "man", "Sir": "man", "Lord": "man", "Herr": "man", "Monsieur": "man",
    "Mrs": "woman", "Mrs.": "woman", "Ms": "woman", "Ms.": "woman", "Miss": "woman", "Dame": "woman", "Lady": "woman",
    "Frau": "woman", "Mme": "woman", "Mme.": "woman", "Madame": "woman", "Baroness": "woman",
}  # fmt: skip
COUPLING = frozenset({"and", "&"})


def told_apart(words: Words, keyed: Iterable[tuple[tuple[str, ...], Mention]]) -> dict[Mention, Gender]:
    """Of the persons of a surname that both bear, which mentions are a man's and which a woman's; of others nothing.

    Told by the form of address before a name, else by the first name. `keyed` are mentions with their names.
    """
    if words.vocabulary.isdisjoint(FORMS):
        return {}
    told: dict[str, dict[Mention, Gender]] = {}
    for name, mention in keyed:
        if mention.label == "PERSON" and (gender := _address(words, mention.start) or _by_first_name(name)):
            told.setdefault(name[-1], {})[mention] = gender
    shared = (bearers for bearers in told.values() if len(set(bearers.values())) > 1)
    return {mention: gender for bearers in shared for mention, gender in bearers.items()}


def _address(words: Words, start: int) -> Gender | None:
    """What the form of address right before a name says; `Mr and Mrs Marlow` are two."""
    found = FORMS.get(words.forms[start - 1]) if start else None
    return None if found and start > 1 and words.lower[start - 2] in COUPLING else found


def _by_first_name(name: tuple[str, ...]) -> Gender | None:
    """What the first name says; a surname alone says nothing."""
    return genders().get(name[0]) if len(name) > 1 else None
