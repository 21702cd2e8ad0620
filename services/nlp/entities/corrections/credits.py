"""Photo credits: what stands after `Image:` or `Photo:` is a person or an agency, one name between the separators."""

from collections.abc import Iterator

from services.nlp.entities.lexicon import labelled
from services.nlp.entities.mention import Mention, overlay
from services.nlp.entities.words import Words

OPENERS = frozenset({"image", "images", "photo", "photos", "photograph", "picture", "pictures", "credit", "credits"})
SEPARATORS = frozenset({"/", ",", ";", "|", "via", "and", "&", "©"})
LONGEST_CREDIT = 16
PERSON_WORDS = (2, 3)


def read_credits(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Mentions with the names in photo credits laid over them."""
    by_start = {mention.start: mention for mention in mentions}
    return overlay(mentions, [m for m in _credits(words, by_start) if m is not by_start.get(m.start)])


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


def _name(words: Words, start: int, end: int, by_start: dict[int, Mention]) -> Mention | None:
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
    return Mention(start, end, "ORG") if end - start == 1 and words.forms[start].isupper() else None
