"""Models that no list knows, by their maker: `the Saturn Vue`, `a Ford Taurus sedan`, not `the Ford Foundation`."""

from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from services.nlp.entities.corrections.model_numbers import makers
from services.nlp.entities.gazetteer import is_great
from services.nlp.entities.lexicon import entries, sections
from services.nlp.entities.mention import Mention, by_place, overlay
from services.nlp.entities.words import PROPER, Words

LONGEST = 3
DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "new", "this"})
INDEFINITE = frozenset({"a", "an"})
GOING_ON = PROPER | {"NN", "NNS", "POS", "HYPH", "JJ", "VBN", "CD"}
"""Tags behind a maker that show that it only describes something: `a Skoda dealer`."""
DESCRIBING = frozenset({"JJ", "VBN"})
"""Tags between an article and a maker: `a rented Dacia Duster`."""
GOODS = entries("models", "trade") | entries("models", "goods")
MORE_GOODS = frozenset({"ute", "utes", "wagon", "sportscar"})
NOUNS = frozenset({"NN", "NNS"})
FIXED = frozenset({"GPE", "NORP", "EVENT"})
"""What the model takes several words for that are no model's name."""
STRAYED = frozenset({"PRODUCT", "LOC", "FAC", "LAW", "EVENT", "WORK_OF_ART"})
"""What the model now and then takes a maker for."""
WORDS = entries("models", "makers that are words")


def find_makes(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Mentions with a maker and the capitalised model behind it made one product; a maker alone is a company."""
    return [_maker(words, mention) for mention in overlay(mentions, _makes(words, mentions))]


def _maker(words: Words, mention: Mention) -> Mention:
    """A maker alone is a company, unless an article makes it one of its goods: `a Jaguar`."""
    if mention.label == "ORG" and mention.start and words.lower[mention.start - 1] in INDEFINITE:
        after = words.tags[mention.end] if mention.end < len(words) else "."
        goods = after not in GOING_ON and _all_makers(words, mention)
        return replace(mention, label="PRODUCT", sure=True) if goods else mention
    if mention.label not in STRAYED or mention.sure or not _all_makers(words, mention):
        return mention
    determined = mention.start > 0 and words.lower[mention.start - 1] in DETERMINERS
    return mention if determined else replace(mention, label="ORG")


def _all_makers(words: Words, mention: Mention) -> bool:
    """Whether a mention is a maker, or several that have merged: `Peugeot Citroën`."""
    place = mention.start
    while place < mention.end and (found := makers().at(words.forms, place)):
        place = found[0]
    return place == mention.end


@cache
def _not_models() -> frozenset[str]:
    """Words that end a company's, a building's or a contest's name, and titles."""
    heads = entries("organisation_heads", "heads") | entries("organisation_heads", "generic")
    labels = frozenset(word for words in sections("head_words").values() for name in words for word in name.split())
    titles = frozenset(title.capitalize() for title in entries("titles")) | {"CEO", "CFO", "COO"}
    return heads | labels | titles | entries("organisation_heads", "legal forms") | entries("models", "no models")


def _makes(words: Words, mentions: list[Mention]) -> Iterator[Mention]:
    """Every maker with its model."""
    there = by_place(mentions)
    for start, model, _ in makers().find(words):
        end = _end(words, model)
        held = {there[place] for place in range(start, end) if place in there}
        if end == model or any(m.sure and m.end > model and m.label != "PRODUCT" for m in held):
            continue
        whole = all(start <= mention.start and mention.end <= end for mention in held)
        fixed = any(mention.label in FIXED and mention.end - mention.start > 1 for mention in held)
        if whole and not fixed and _is_goods(words, start, model, end, there):
            yield Mention(start, end, "PRODUCT", sure=True)


def _end(words: Words, model: int) -> int:
    """The end of the capitalised words and figures behind a maker, `model` itself where they name something else."""
    end = model
    while end < min(len(words), model + LONGEST) and not words.breaks[end - 1] and _may_be_model(words, end):
        end += 1
    if end > model + 1 and words.lower[end - 1] in GOODS and words.forms[end - 1].isupper():
        end -= 1  # `a Toyota Kluger SUV`
    named = any(words.forms[place] in _not_models() or is_great(words.forms[place]) for place in range(model, end))
    return model if named or (end > model and makers().at(words.forms, model)) else end


def _may_be_model(words: Words, place: int) -> bool:
    """Whether a word can be a part of a model's name: a proper noun, or a figure or letters in capitals."""
    form = words.forms[place]
    return words.is_name(place) or (form.isdigit() and words.tags[place] == "CD")


def _is_goods(words: Words, start: int, model: int, end: int, there: dict[int, Mention]) -> bool:
    """Whether kind or article show that a thing is meant, or the model took the second part for a product."""
    after = words.lower[end] if end < len(words) else ""
    if after in GOODS or after in MORE_GOODS:
        return True
    followed = end < len(words) and (words.tags[end] in NOUNS or words.forms[end] == "-")
    if followed or words.forms[model].isdigit():
        return False
    if end - model == 2 and words.forms[model].isupper() and words.forms[end - 1].isdigit():  # noqa: PLR2004  # Lexus ES 350
        return True
    if words.tags[end - 1] == "NNPS" and words.forms[start] not in WORDS:
        return True
    mention = there.get(model)
    named = mention is not None and mention.label == "PRODUCT" and mention.start == model
    described = start - (start > 1 and words.tags[start - 1] in DESCRIBING)
    determined = start > 0 and (words.lower[described - 1] in DETERMINERS or _owned_by_maker(words, start))
    return named or (determined and words.forms[start] not in WORDS)


def _owned_by_maker(words: Words, start: int) -> bool:
    """Whether a maker's possessive stands before: `Chrysler's Jeep Compass`, not `Japan's Toyota Finance`."""
    return start > 1 and words.tags[start - 1] == "POS" and makers().at(words.forms, start - 2) is not None
