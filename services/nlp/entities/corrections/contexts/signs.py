"""All that the words beside one mention say of it."""

from collections.abc import Iterator

from services.nlp.entities.corrections.contexts.appositions import appositions
from services.nlp.entities.corrections.contexts.phrases import phrases_beside
from services.nlp.entities.corrections.contexts.votes import SURE, Vote
from services.nlp.entities.corrections.kinds import kinds
from services.nlp.entities.lexicon import entries
from services.nlp.entities.mention import Mention
from services.nlp.entities.titles import is_title
from services.nlp.entities.words import Words


def signs_beside(words: Words, mention: Mention) -> Iterator[Vote]:
    """The votes of phrases, of a description behind a comma, of a title."""
    yield from phrases_beside(words, mention)
    yield from appositions(words, mention)
    if _is_titled(words, mention):
        yield Vote("PERSON", SURE)


def _is_titled(words: Words, mention: Mention) -> bool:
    """Whether a title that persons alone have stands before: `Mr Marlow`, not `the former Aldmoor Bank`."""
    title = mention.start - 1
    if title > 0 and words.forms[title] == ".":
        title -= 1
    if title < 0 or not is_title(words, title):
        return False
    word = words.lower[title].rstrip(".")
    return word not in entries("contexts", "no person alone") and word not in kinds()
