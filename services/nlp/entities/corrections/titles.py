"""A title or kind is no part of the name: `President Ada Marlow` is Ada Marlow, `Automaker Tresco` is Tresco.

Nor is one behind the name of what it heads, which a person follows: `Aldmoor Mayor Ada Marlow`, `Cabinet Secretary`.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from services.nlp.entities.first_names import first_names, no_surnames
from services.nlp.entities.gazetteer import sites
from services.nlp.entities.lexicon import entries
from services.nlp.entities.mention import Mention, fill
from services.nlp.entities.titles import is_title
from services.nlp.entities.words import Words

LONGEST = 4
"""Words of a title in capitals and the name behind it."""
HEADED = frozenset({"PERSON", "ORG", "GPE"})


def leave_titles_out(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Each person and organisation without what it is called before the name; gone where nothing else was there."""
    left = (_headed(words, _bare(words, part)) for mention in mentions for part in _parts(words, mention))
    kept = [mention for mention in left if mention.start < mention.end]
    return fill(kept, _titled(words, mentions)) if len(kept) < len(mentions) else kept


def _titled(words: Words, mentions: list[Mention]) -> Iterator[Mention]:
    """The persons whose titles alone the model took for a name: `Lance Corporal` before `Ada Marlow`."""
    for mention in mentions:
        end = mention.end
        while end < mention.end + LONGEST - 1 and words.is_name(end) and not is_title(words, end):
            end += 1
        if end > mention.end and all(is_title(words, place) for place in range(mention.start, mention.end)):
            yield Mention(mention.end, end, "PERSON")


def _parts(words: Words, mention: Mention) -> Iterator[Mention]:
    """An organisation that ran into its head as two: `Bank of Velden Governor Ada Marlow`."""
    if mention.label == "ORG" and mention.end - mention.start > LONGEST:
        for title in range(mention.start + 1, mention.end - 1):
            if words.forms[title + 1] in first_names() and is_title(words, title) and words.upper[title]:
                yield replace(mention, end=title)
                yield replace(mention, start=title + 1, label="PERSON")
                return
    yield mention


def _bare(words: Words, mention: Mention) -> Mention:
    """One mention without its titles; an organisation that was a title and a name is a person."""
    start = _start(words, mention)
    if start == mention.start:
        return mention
    kind = words.lower[mention.start] in entries("kinds", "begin no name")
    return replace(mention, start=start, label=mention.label if kind else "PERSON")


def _headed(words: Words, mention: Mention) -> Mention:
    """One mention without the titles at its end, where a name follows: what the person heads, or nothing."""
    end = mention.end
    if mention.label not in HEADED or end >= len(words) or mention.sure:
        return mention
    while end > mention.start and words.upper[end - 1] and is_title(words, end - 1):
        end -= 1
    if end == mention.end or not words.is_name(mention.end) or words.forms[mention.end].isupper():
        return mention
    if all(_is_portfolio(words, place) for place in range(mention.start, end)):
        return replace(mention, end=mention.start)
    place = words.lower[end].rstrip(".") in entries("titles", "heads a place")
    known = words.said(mention.start, end) in sites()
    town = place or known if mention.label == "PERSON" else place and known
    label = "GPE" if town else "ORG" if mention.label == "PERSON" else mention.label
    return replace(mention, end=end, label=label)


def _is_portfolio(words: Words, place: int) -> bool:
    """Whether a word belongs to an office: `Cabinet` in `Cabinet Secretary`, `Law` in `Law Director`."""
    word = words.lower[place]
    return word in entries("noise", "portfolios") or word in entries("noise", "offices") or is_title(words, place)


def _start(words: Words, mention: Mention) -> int:
    """Where the name begins."""
    start = mention.start
    if mention.label == "PERSON" or (mention.label == "ORG" and _is_titled_person(words, mention)):
        while (
            start < mention.end and (is_title(words, start) or words.forms[start] == "-") and not _is_tied(words, start)
        ):
            start += 1
    elif mention.label == "ORG" and words.opens[start] and words.lower[start] in entries("kinds", "begin no name"):
        # A capital that only the sentence gives it.
        start += start + 1 < mention.end and words.upper[start + 1]
    return start


def _is_tied(words: Words, place: int) -> bool:
    """Whether a hyphen ties a capitalised title to what follows, so that it is a name: Imam-ul-Haq."""
    hyphen = place + 1
    glued = hyphen + 1 < len(words) and words.forms[hyphen] == "-" and words.starts[hyphen] == words.ends[place]
    return glued and words.upper[place] and words.forms[hyphen + 1] in entries("persons", "particles")


def _is_titled_person(words: Words, mention: Mention) -> bool:
    """Whether a title that no organisation has stands before names that are no acronyms: `SSP Ada Marlow`."""
    start, end = mention.start, mention.end
    rank = words.lower[start] in entries("titles", "ranks")
    while start < end - 1 and words.lower[start] in entries("titles", "ranks"):
        start += 1
    start += words.forms[start] in entries("titles", "in capitals")
    if start == mention.start or not 2 - rank <= end - start < LONGEST:
        return False
    named = all(words.is_name(place) and not words.forms[place].isupper() for place in range(start, end))
    return named and no_surnames().isdisjoint(words.forms[start:end])
