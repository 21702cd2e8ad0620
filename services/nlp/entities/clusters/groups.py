"""Mentions with the same words, and joining such groups into clusters."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct, field

from schemas.vocabulary import EntityLabel
from services.nlp.entities.clusters.address import told_apart
from services.nlp.entities.first_names import Gender
from services.nlp.entities.gazetteer import is_great
from services.nlp.entities.lexicon import entries
from services.nlp.entities.mention import Mention
from services.nlp.entities.words import Words, quiet

Family = Literal["person", "organisation", "place", "people", "thing"]
FAMILIES: dict[EntityLabel, Family] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "people",
}  # fmt: skip
"""Labels between which the model wavers least stand in different families; those left out are things."""
PARTICLES = entries("persons", "particles")
SURE_VOTES, LONG_VOTES = 3, 2


class Group(Struct, eq=False, gc=False):
    """All mentions of a document that have the same words; `headline_end` is the first word below the headline.

    `gender` is known of persons who share their surname with another, and of nobody else.
    """

    words: tuple[str, ...]
    mentions: list[Mention] = field(default_factory=list)
    label: EntityLabel = "ORG"
    roles: list[Mention] = field(default_factory=list)
    headline_end: int = 0
    gender: Gender | None = None

    @property
    def family(self) -> Family:
        """What kind of thing the label says it is."""
        return FAMILIES.get(self.label, "thing")

    @property
    def first(self) -> int:
        """The word at which the group is first mentioned."""
        return self.mentions[0].start

    @property
    def first_told(self) -> int:
        """The word at which the text below the headline first mentions it; headlines cut names short."""
        return next((m.start for m in self.mentions if m.start >= self.headline_end), self.first)


def group(words: Words, mentions: Iterable[Mention]) -> list[Group]:
    """Groups in the order of their first mention, each with the label that most of its mentions have."""
    keyed: list[tuple[tuple[str, ...], Mention]] = []
    keys: dict[tuple[str, ...], tuple[str, ...]] = {}
    surnames: set[str] = set()
    for mention in mentions:
        forms = words.forms[mention.start : mention.end]
        if "-" in forms:
            tied = hyphenated(forms)
            surnames.update(tied[-1:] if mention.label == "PERSON" else ())
            forms = tied if mention.label == "PERSON" or (len(tied) == 1 and tied[0] in surnames) else forms
        if (key := keys.get(forms)) is None:
            key = keys[forms] = normal(forms)
        keyed.append((key, mention))
    clubs = _clubs(keyed)
    genders = told_apart(words, keyed)
    below = bisect_left(words.starts, words.headline_end)
    found: dict[tuple[tuple[str, ...], str], Group] = {}
    for key, mention in keyed:
        gender = genders.get(mention)
        side = mention.label if mention.label == "NORP" or (mention.label == "ORG" and key in clubs) else ""
        name = (key, gender or side if len(key) == 1 else side)
        one = found.get(name) or found.setdefault(name, Group(key, headline_end=below))
        one.mentions.append(mention)
        one.gender = one.gender or gender
    for one in found.values():
        one.label = vote(one.mentions)
        if one.label == "ORG" and is_great(" ".join(one.words)) and any(m.label == "GPE" for m in one.mentions):
            one.label = "GPE"
    return list(found.values())


def _clubs(keyed: Iterable[tuple[tuple[str, ...], Mention]]) -> frozenset[tuple[str, ...]]:
    """The names that are surely a town here and surely its club there."""
    sure = {(key, mention.label) for key, mention in keyed if mention.sure}
    return frozenset(key for key, label in sure if label == "ORG" and (key, "GPE") in sure)


def vote(mentions: Iterable[Mention]) -> EntityLabel:
    """The label with most votes, the earliest on a tie: rules count for three, longer names for two."""
    voting = list(mentions)
    if len({mention.label for mention in voting}) == 1:
        return voting[0].label
    votes: Counter[EntityLabel] = Counter()
    for mention in voting:
        votes[mention.label] += SURE_VOTES if mention.sure else LONG_VOTES if mention.end - mention.start > 1 else 1
    return votes.most_common(1)[0][0]


def normal(forms: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name as they count for sameness: no article, no possessive, no quotation mark, no line break."""
    kept = [form for form in forms if form.isalpha() or _counts(form)]
    if len(kept) > 1 and kept[0] in {"the", "The", "THE"}:
        kept = kept[1:]
    return tuple(quiet(form) for form in kept) or forms


def _counts(form: str) -> bool:
    """Whether a token that is no plain word is a part of a name."""
    return any(c.isalnum() or c == "&" for c in form) and form not in {"'s", "’s"}


def hyphenated(forms: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a person's name with those that a hyphen ties as one, particles apart: Diaz-Balart, al-Hadid."""
    joined: list[str] = []
    for form in forms:
        if len(joined) > 1 and joined[-1] == "-" and form[:1].isupper() and joined[-2].lower() not in PARTICLES:
            joined[-2:] = [f"{joined[-2]}-{form}"]
        else:
            joined.append(form)
    return tuple(joined)


class Union:
    """Disjoint sets of group numbers; each set is known by its smallest number (Galler and Fischer 1964)."""

    def __init__(self, size: int) -> None:
        self._parents = list(range(size))

    def find(self, number: int) -> int:
        """The set of a group."""
        while self._parents[number] != number:
            self._parents[number] = self._parents[self._parents[number]]
            number = self._parents[number]
        return number

    def join(self, one: int, other: int) -> None:
        """Make two sets one."""
        low, high = sorted((self.find(one), self.find(other)))
        self._parents[high] = low
