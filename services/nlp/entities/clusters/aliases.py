"""Who is also known by another name: `Omar Brandt (known as Boxer)`, `Boxer, better known as Omar Brandt`."""

from collections.abc import Iterator, Sequence

from services.nlp.entities.mention import Mention
from services.nlp.entities.words import Words

CUES = frozenset({"known", "nicknamed", "alias", "aka", "a.k.a."})
BEFORE = frozenset(
    {"(", ",", "-", "–", "—", "also", "better", "best", "widely", "commonly", "popularly", "now", "who", "is", "was"}
)
"""What may stand between a name and the cue."""
BEHIND = frozenset({"as", "simply", "just", "the", "by", "his", "her", "nickname", ",", '"', "“", "‘", "'"})
REACH = 5
"""Words between a name and the cue at most."""


def find_aliases(words: Words, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of persons' or organisations' names of which one is another name of the other."""
    if CUES.isdisjoint(words.vocabulary):
        return
    begins = {mention.start: mention for mention in mentions}
    ends = {mention.end: mention for mention in mentions}
    for place in words.places_of(CUES):
        name, other = _behind(words, ends, place), _ahead(words, begins, place)
        if name and other and name.label == other.label and name.label in ("PERSON", "ORG"):
            yield name, other


def _behind(words: Words, ends: dict[int, Mention], place: int) -> Mention | None:
    """The name before the cue: something must part them, or the sentence goes on with the same."""
    for end in range(place - 1, max(place - 1 - REACH, 0), -1):
        if words.lower[end] not in BEFORE:
            return None
        if end in ends:
            return ends[end]
    return None


def _ahead(words: Words, begins: dict[int, Mention], place: int) -> Mention | None:
    """The name that the cue introduces."""
    for start in range(place + 1, min(place + 1 + REACH, len(words))):
        if start in begins:
            return begins[start]
        if words.lower[start] not in BEHIND:
            return None
    return None
