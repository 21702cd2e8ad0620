"""Names that the model missed and the words beside them show: `the town of Ostwick`, `Marlow, 52,`."""

from collections import Counter
from collections.abc import Iterator

from services.nlp.entities.corrections.contexts.bearers import may_be_person
from services.nlp.entities.corrections.contexts.signs import signs_beside
from services.nlp.entities.corrections.contexts.votes import FIRM, LABELS, Kind
from services.nlp.entities.lexicon import entries
from services.nlp.entities.mention import Mention
from services.nlp.entities.titles import is_office
from services.nlp.entities.words import PROPER, Words

LONGEST = 4


def missed(words: Words, mentions: list[Mention]) -> Iterator[Mention]:
    """Each run of capitalised proper nouns that no mention covers and for which a sign speaks."""
    covered = bytearray(len(words))
    for mention in mentions:
        covered[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
    end = 0
    for start, tag in enumerate(words.tags):
        if start < end or tag not in PROPER or covered[start] or not words.upper[start]:
            continue
        end = start + 1
        while end < len(words) and words.tags[end] in PROPER and words.upper[end]:
            end += 1
        part = any(covered[start:end]) or _is_part(words, start)
        if not part and end - start <= LONGEST and _may_name(words, start, end) and (name := _named(words, start, end)):
            yield name


def _is_part(words: Words, start: int) -> bool:
    """Whether a proper noun, or one and `of`, stands before, so that the run ends a longer name: `Maid of Ostwick`."""
    before = start - 1 - (start > 1 and words.lower[start - 1] == "of")
    return before >= 0 and words.tags[before] in PROPER and words.upper[before]


def _may_name(words: Words, start: int, end: int) -> bool:
    """Whether the words can be a name: no abbreviation, no office, no common word that opens a sentence."""
    forms = words.forms[start:end]
    if not may_be_person(forms) or not all(form.isalpha() and not form.isupper() for form in forms):
        return False
    if words.opens[start] and words.lower[start] in words.small:
        return False
    never = entries("noise", "never")
    return not any(words.lower[place] in never or is_office(words, place) for place in range(start, end))


def _named(words: Words, start: int, end: int) -> Mention | None:
    """The words as a mention of what the signs beside them say."""
    votes: Counter[Kind] = Counter()
    for vote in signs_beside(words, Mention(start, end, "ORG")):
        votes[vote.kind] += vote.weight
    if not votes:
        return None
    kind, most = votes.most_common(1)[0]
    return Mention(start, end, LABELS[kind]) if most >= FIRM else None
