"""Names that the model missed and the words beside them show: `the town of Ostwick`, `Marlow, 52,`."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from services.nlp.entities.corrections.contexts.bearers import may_be_person
from services.nlp.entities.corrections.contexts.signs import signs_beside
from services.nlp.entities.corrections.contexts.votes import FIRM, LABELS, Kind
from services.nlp.entities.corrections.last_words import label_by_last_words
from services.nlp.entities.firms import firms, is_firm
from services.nlp.entities.lexicon import entries
from services.nlp.entities.mention import Mention, covered
from services.nlp.entities.titles import is_office, is_title
from services.nlp.entities.words import PROPER, Words

FORMS = frozenset({"Inc", "Inc.", "Corp", "Corp.", "Ltd", "Ltd.", "PLC", "LLC", "GmbH", "SpA", "Bhd", "Bhd."})
"""Legal forms that are no other word."""
LONGEST_HEADED = 8
"""Words of a body's name."""


def missed(words: Words, mentions: list[Mention]) -> Iterator[Mention]:
    """Each run of capitalised proper nouns that no mention covers and for which a sign or a word of it speaks.

    A sign stands beside it, or the like of it does.
    """
    beside = Neighbours({m.start: m for m in mentions}, {m.end: m for m in mentions})
    there = covered(mentions)
    end = 0
    for start in [place for place, tag in enumerate(words.tags) if tag in PROPER]:
        if start < end or start in there or not words.upper[start]:
            continue
        end = start + 1
        while words.is_name(end) and not (is_title(words, end) and words.is_name(end + 1)):
            end += 1
        part = not there.isdisjoint(range(start, end)) or _is_part(words, start)
        if part or end - start > LONGEST_HEADED or not _may_name(words, start, end):
            continue
        person = may_be_person(words.forms[start:end])
        name = (_named(words, start, end) or beside.like(words, start, end)) if person else _headed(words, start, end)
        if name:
            yield name


@dataclass(frozen=True)
class Neighbours:
    """Mentions by their first word and by their end."""

    starts: Mapping[int, Mention]
    ends: Mapping[int, Mention]

    def like(self, words: Words, start: int, end: int) -> Mention | None:
        """The words as what `and` joins them to: a full name beside a full name, a firm beside a known one."""
        before = self.ends.get(start - 1) if start > 1 and words.lower[start - 1] == "and" else None
        after = self.starts.get(end + 1) if end + 1 < len(words) and words.lower[end] == "and" else None
        for other in (before, after):
            if other is None:
                continue
            named = end - start > 1 and other.end - other.start > 1 and other.label == "PERSON"
            if other is before and end - start == 1 and self._ends_list(words, other):
                return Mention(start, end, "GPE")
            if named or (end - start == 1 and _is_known_firm(words, other)):
                return Mention(start, end, "PERSON" if named else "ORG")
        return None

    def _ends_list(self, words: Words, mention: Mention) -> bool:
        """Whether a place is the last but one of a list of places: `in Lyon, Ghent and Elova`."""
        comma = mention.start - 1
        first = self.ends.get(comma) if comma > 0 and words.forms[comma] == "," else None
        return mention.label == "GPE" and first is not None and first.label == "GPE"


def _is_part(words: Words, start: int) -> bool:
    """Whether a proper noun, or one and `of`, stands before, so that the run ends a longer name: `Maid of Ostwick`."""
    before = start - 1 - (start > 1 and words.lower[start - 1] == "of")
    return words.is_name(before)


def _may_name(words: Words, start: int, end: int) -> bool:
    """Whether the words can be a name: no abbreviation, no office, no common word that opens a sentence."""
    forms = words.forms[start:end]
    if not all(form.isalpha() and not form.isupper() for form in forms):
        return False
    if words.opens[start] and words.lower[start] in words.small:
        return False
    never = entries("noise", "never")
    return not any(words.lower[place] in never or is_office(words, place) for place in range(start, end))


def _is_known_firm(words: Words, mention: Mention) -> bool:
    """Whether a mention is an organisation that a list has."""
    return (mention.sure and mention.label == "ORG") or is_firm(words.forms[mention.start : mention.end])


def missed_firms(words: Words, mentions: list[Mention]) -> Iterator[Mention]:
    """Each firm that has its name alone, that no mention covers and that is no part of a longer name."""
    if firms().firsts.isdisjoint(words.vocabulary):
        return
    there = covered(mentions)
    for start, end, sure in firms().find(words):
        part = any(words.is_name(place) and place not in there for place in (start - 1, end))
        if sure and not part and there.isdisjoint(range(start, end)):
            yield Mention(start, end, "ORG", sure=True)


def missed_companies(words: Words, mentions: list[Mention]) -> Iterator[Mention]:
    """Each run of capitalised proper nouns with a legal form behind it that no mention covers: `Aldmoor Mills Inc.`."""
    if FORMS.isdisjoint(words.vocabulary):
        return
    there = covered(mentions)
    for form in words.places_of(FORMS):
        comma = form - (form > 0 and words.forms[form - 1] == ",")
        start = words.proper_before(comma, LONGEST_HEADED)
        if start < comma and there.isdisjoint(range(start, form + 1)):
            yield Mention(start, form + 1, "ORG", sure=True)


def _headed(words: Words, start: int, end: int) -> Mention | None:
    """The words as what the last of them says, as in Corran Airport; not where those beside them have capitals, too."""
    before = start > 0 and words.upper[start - 1] and not words.opens[start - 1]
    if end - start == 1 or before or (end < len(words) and words.upper[end]):
        return None
    label = label_by_last_words().get(words.forms[end - 1])
    return Mention(start, end, label) if label else None


def _named(words: Words, start: int, end: int) -> Mention | None:
    """The words as a mention of what the signs beside them say."""
    votes: Counter[Kind] = Counter()
    for vote in signs_beside(words, Mention(start, end, "ORG")):
        votes[vote.kind] += vote.weight
    if not votes:
        return None
    kind, most = votes.most_common(1)[0]
    return Mention(start, end, LABELS[kind]) if most >= FIRM else None
