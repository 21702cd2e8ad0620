"""Organisations with small words inside: `Bank of England`, `Ministry for Foreign Affairs`; and legal forms."""

from msgspec.structs import replace

from services.nlp.entities.gazetteer import countries
from services.nlp.entities.lexicon import entries
from services.nlp.entities.mention import Mention, apart, overlay
from services.nlp.entities.titles import is_title
from services.nlp.entities.words import PROPER, Words

LINKS = frozenset({"of", "for"})
LONGEST = 10


def join_organisations(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Mentions with `HEAD of NAME` made one organisation, and legal forms taken in."""
    heads, forms = entries("organisation_heads", "heads"), entries("organisation_heads", "legal forms")
    places = {m.start for m in mentions if m.label in {"GPE", "LOC", "NORP"}}
    joined = [_joined(words, place, heads, places) for place in words.places_of(heads)]
    there = [m for m in joined if m is not None and not _inside(m, mentions)]
    return [_with_legal_form(words, m, forms) for m in overlay(mentions, apart(there))]


def _joined(words: Words, head: int, heads: frozenset[str], places: set[int]) -> Mention | None:
    """`Ministry of Defence`, with the proper nouns before the head word, where a capital follows the link."""
    link = head + 1
    if link + 1 >= len(words) or words.lower[link] not in LINKS or not words.forms[link].islower():
        return None
    name = link + 1 + (words.lower[link + 1] == "the")
    end = _run(words, name)
    if end == name or (words.lower[link] == "for" and name in places):
        return None
    if end + 1 < len(words) and words.lower[end] in {"and", "&"} and words.forms[head] in heads:
        further = _run(words, end + 1)
        if words.said(name, further) in countries():  # Bosnia and Herzegovina
            end = further
        single = words.forms[head] in {"Department", "Ministry", "Institute"} and end - name == 1
        end = further if single and further > end + 1 and words.tags[name] in PROPER else end
    start = words.proper_before(head, LONGEST)
    return Mention(start, end, "ORG", sure=True)


def _run(words: Words, start: int) -> int:
    """The end of a run of capitalised nouns and adjectives."""
    end = start
    while (
        end < min(len(words), start + LONGEST) and words.upper[end] and words.tags[end] in PROPER | {"JJ", "NN", "NNS"}
    ):
        if end > start and is_title(words, end) and words.is_name(end + 1):  # Bank of Velden Governor Ada Marlow
            break
        end += 1
    return end


def _with_legal_form(words: Words, mention: Mention, forms: frozenset[str]) -> Mention:
    """A company with the legal form that follows it: `Harbour Lines Ltd.`; with a form it is no person."""
    end = mention.end
    if mention.label not in {"ORG", "PERSON", "GPE", "PRODUCT"}:
        return mention
    after = end + 1 if end < len(words) and words.forms[end] == "," else end
    county = after < len(words) and words.forms[after] == "Co" and words.is_name(after + 1)  # Velden, Co Antrim
    if after < len(words) and words.forms[after].rstrip(".") in forms and words.upper[after] and not county:
        return replace(mention, end=after + 1, label="ORG", sure=True)
    if mention.end - mention.start > 1 and words.forms[end - 1].rstrip(".") in forms:
        return replace(mention, label="ORG", sure=True)
    return mention


def _inside(found: Mention, mentions: list[Mention]) -> bool:
    """Whether a mention of the model already covers what was found."""
    return any(m.start <= found.start and found.end <= m.end for m in mentions if m.start <= found.start < m.end)
