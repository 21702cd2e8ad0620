"""Photo credits: what stands after `Image:` or `Photo:` is a person or an agency, one name between the separators."""

from collections.abc import Iterator

from schemas.vocabulary import EntityLabel
from services.nlp.entities.first_names import first_names
from services.nlp.entities.lexicon import entries, labelled
from services.nlp.entities.mention import Mention, apart, overlay
from services.nlp.entities.words import Words

OPENERS = frozenset({"image", "images", "photo", "photos", "photograph", "picture", "pictures", "credit", "credits"})
POOL = "pool"
"""The photographers who share their pictures: `Ada Marlow/pool via Example`."""
SEPARATORS = frozenset({"/", ",", ";", "|", "via", "and", "&", "©", POOL})
MARKS = frozenset({":", "/", "-", "–"})
"""What a credit has behind its opener or between its names."""
STOPS = frozenset({".", "(", ")", "[", "]"})
DASHES = frozenset({"-", "–"})
LONGEST_CREDIT = 16
LONGEST_NAME, LONGEST_INITIALS = 3, 4
LONGEST_SIDE = 6
"""Words of a name with its particles and hyphens."""
PARTICLES = entries("persons", "inside")
PERSON_WORDS = (2, 3)


def read_credits(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Mentions with the names in photo credits laid over them."""
    by_start = {mention.start: mention for mention in mentions}
    found = (name for start, end in credit_lines(words) for name in _names(words, start, end, by_start))
    return overlay(mentions, apart(m for m in found if m is not by_start.get(m.start)))


def credit_lines(words: Words) -> Iterator[tuple[int, int]]:
    """Where each credit stands, without its opener: `Image: …`, and `Example/Paul Orsin` at the end of a line."""
    for place in words.places_of(MARKS):
        form = words.forms[place]
        if form == ":" and place and words.lower[place - 1] in OPENERS and words.upper[place - 1]:
            yield place + 1, _stop(words, place + 1)
        elif form == "/" and 0 < place < len(words) - 1:
            start, end = _side(words, place, -1), _past_pool(words, _side(words, place, 1) + 1)
            ends_line = _stop(words, end) == end
            if ends_line and start < place < end - 1 and _is_credit(words, start, place, end):
                yield start, end
        elif 0 < place < len(words) - 1 and _is_dash(words, place):
            start, end = _side(words, place, -1), _side(words, place, 1) + 1
            if _stop(words, end) == end and end - place - 1 in PERSON_WORDS and _is_agency_alone(words, start, place):
                yield start, end


def _is_dash(words: Words, place: int) -> bool:
    """Whether a dash with white space before it stands here."""
    return words.forms[place] in DASHES and words.ends[place - 1] < words.starts[place]


def _past_pool(words: Words, end: int) -> int:
    """Past `pool` and the agency behind it: `/pool via Example`."""
    if words.lower[end : end + 1] != (POOL,):
        return end
    via = words.lower[end + 1 : end + 2] in {("via",), ("/",)}
    return _side(words, end + 1, 1) + 1 if via else end + 1


def _is_agency_alone(words: Words, start: int, end: int) -> bool:
    """Whether an agency stands before a dash, listed or in capitals: `AFP - Ada Marlow`."""
    found = labelled("organisations").at(words.forms, start)
    initials = end - start == 1 and words.forms[start].isupper() and len(words.forms[start]) <= LONGEST_INITIALS
    return initials or found == (end, "ORG")


def _stop(words: Words, start: int) -> int:
    """The end of a credit that begins here: of the line, the sentence, `LONGEST_CREDIT` words; a bracket."""
    for place in range(start, min(start + LONGEST_CREDIT, len(words))):
        if words.breaks[place] or words.forms[place] in STOPS:
            return place
    return min(start + LONGEST_CREDIT, len(words))


def _side(words: Words, slash: int, step: int) -> int:
    """The last word of the capitalised run on one side of a slash, `slash` itself where there is none."""
    place = slash
    while (
        0 <= place + step < len(words)
        and abs(place + step - slash) <= LONGEST_SIDE
        and _may_belong(words, place + step)
    ):
        place += step
    return place


def _may_belong(words: Words, place: int) -> bool:
    """Whether a word can be a part of a name in a credit: a capitalised one, a particle, a hyphen."""
    return (
        words.upper[place]
        or words.forms[place] in PARTICLES
        or (words.forms[place] == "-" and not _is_dash(words, place))
    )


def _is_credit(words: Words, start: int, slash: int, end: int) -> bool:
    """Whether one side has a first name and a surname or is a known agency: no `TCP/IP`."""
    sides = ((start, slash), (slash + 1, end))
    known = labelled("organisations")
    return any(_names_in(words, first, last) in PERSON_WORDS or known.at(words.forms, first) for first, last in sides)


def _names_in(words: Words, first: int, last: int) -> int:
    """How many words of a name have a capital of their own; what a hyphen ties counts as one."""
    hyphens = words.forms[first:last].count("-")
    return sum(words.upper[first:last]) - hyphens


def _names(words: Words, start: int, end: int, by_start: dict[int, Mention]) -> Iterator[Mention]:
    """Each name of one credit, between its separators."""
    slashed = "/" in words.forms[start:end]
    for place in range(start, end + 1):
        if place == end or words.lower[place] in SEPARATORS or _is_dash(words, place):
            name = _name(words, start, place, by_start, lone="ORG" if slashed else None) if place > start else None
            if name:
                yield name
            start = place + 1


def _name(
    words: Words, start: int, end: int, by_start: dict[int, Mention], lone: EntityLabel | None = None
) -> Mention | None:
    """One name of a credit. The label: from the list of agencies, else the model's, else by its shape."""
    if not (words.upper[start] and all(_may_belong(words, place) for place in range(start, end))):
        return None
    if _is_agency(words, start, end):
        return Mention(start, end, "ORG", sure=True)
    there = by_start.get(start)
    if there and there.end == end and there.label in {"PERSON", "ORG", "GPE"}:
        return there
    if _names_in(words, start, end) in PERSON_WORDS and not any(
        words.forms[place].isupper() for place in range(start, end)
    ):
        return Mention(start, end, "PERSON")
    if end - start == 1 and (lone or words.forms[start].isupper()):
        return Mention(start, end, lone or "ORG")
    return None


def _is_agency(words: Words, start: int, end: int) -> bool:
    """Whether a name is a listed agency or ends with the word for an organisation, and no person begins it."""
    found = labelled("organisations").at(words.forms, start)
    headed = end - start > 1 and words.forms[end - 1] in entries("organisation_heads", "heads")
    return (found is not None and found[0] == end) or (headed and words.forms[start] not in first_names())
