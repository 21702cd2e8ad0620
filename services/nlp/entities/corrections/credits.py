"""Photo credits: what stands after `Image:` or `Photo:` is a person or an agency, one name between the separators."""

from collections.abc import Iterator

from schemas.vocabulary import EntityLabel
from services.nlp.entities.lexicon import labelled
from services.nlp.entities.mention import Mention, apart, overlay
from services.nlp.entities.words import Words

OPENERS = frozenset({"image", "images", "photo", "photos", "photograph", "picture", "pictures", "credit", "credits"})
SEPARATORS = frozenset({"/", ",", ";", "|", "via", "and", "&", "©"})
LONGEST_CREDIT = 16
LONGEST_NAME = 3
PERSON_WORDS = (2, 3)


def read_credits(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Mentions with the names in photo credits laid over them."""
    by_start = {mention.start: mention for mention in mentions}
    found = [*_credits(words, by_start), *_slashed(words, by_start)]
    return overlay(mentions, apart(m for m in found if m is not by_start.get(m.start)))


def _credits(words: Words, by_start: dict[int, Mention]) -> Iterator[Mention]:
    """Each name in each credit."""
    for colon, form in enumerate(words.forms):
        if form == ":" and colon and words.lower[colon - 1] in OPENERS and words.upper[colon - 1]:
            start = colon + 1
            for place in range(colon + 1, min(colon + 2 + LONGEST_CREDIT, len(words) + 1)):
                end = place == len(words) or words.breaks[place] or words.forms[place] in {".", "(", ")"}
                if end or words.lower[place] in SEPARATORS:
                    if place > start and (name := _name(words, start, place, by_start)):
                        yield name
                    start = place + 1
                if end:
                    break


def _slashed(words: Words, by_start: dict[int, Mention]) -> Iterator[Mention]:
    """`Example/Paul Orsin` at the end of a line: agency and photographer, in either order."""
    for slash in range(1, len(words) - 1):
        if words.forms[slash] == "/" and words.starts[slash] == words.ends[slash - 1]:
            start, end = slash - 1, slash + 1
            while end < min(len(words), slash + 1 + LONGEST_NAME) and words.upper[end]:
                end += 1
            while start > max(0, slash - LONGEST_NAME) and words.upper[start - 1] and words.forms[start].isalpha():
                start -= 1
            full_stop = end < len(words) and words.forms[end] == "."
            closed = (
                end == len(words)
                or words.breaks[end]
                or (full_stop and (end + 1 == len(words) or words.breaks[end + 1]))
            )
            if closed and words.upper[slash - 1]:
                for first, last in ((start, slash), (slash + 1, end)):
                    if last > first and (name := _name(words, first, last, by_start, lone="ORG")):
                        yield name


def _name(
    words: Words, start: int, end: int, by_start: dict[int, Mention], lone: EntityLabel | None = None
) -> Mention | None:
    """One name of a credit. The label: from the list of agencies, else the model's, else by its shape."""
    if not all(words.upper[place] for place in range(start, end)):
        return None
    found = labelled("organisations").at(words.forms, start)
    if found and found[0] == end:
        return Mention(start, end, "ORG", sure=True)
    there = by_start.get(start)
    if there and there.end == end and there.label in {"PERSON", "ORG", "GPE"}:
        return there
    if end - start in PERSON_WORDS and not any(words.forms[place].isupper() for place in range(start, end)):
        return Mention(start, end, "PERSON")
    if end - start == 1 and (lone or words.forms[start].isupper()):
        return Mention(start, end, lone or "ORG")
    return None
