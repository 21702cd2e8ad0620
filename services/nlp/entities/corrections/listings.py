"""The last names of a list that the model took for one: `Aldmoor, [Disco and Tokyo Electron] were higher`."""

from collections.abc import Iterator

from msgspec.structs import replace

from services.nlp.entities.lexicon import entries
from services.nlp.entities.mention import Mention
from services.nlp.entities.words import Words

LABELS = frozenset({"ORG", "PERSON", "PRODUCT", "FAC", "GPE", "LOC"})
GOES_ON = frozenset({"and", "&", "or"})
FORMS = entries("organisation_heads", "legal forms")


def cut_listings(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Mentions with each that holds the end of a list cut at the commas and at `and`."""
    cut: list[Mention] = []
    for mention in mentions:
        cut += _parts(words, mention, cut[-1] if cut else None) if mention.label in LABELS else (mention,)
    return cut


def _parts(words: Words, mention: Mention, before: Mention | None) -> Iterator[Mention]:
    """The items of one mention, the mention itself where it is one name."""
    start, end = mention.start, mention.end
    places = [p for p in range(start + 1, end - 1) if words.forms[p] == "," or words.lower[p] == "and"]
    if not places or not _is_list(words, mention, places, before):
        yield mention
        return
    for place in [*places, end]:
        if place > start:
            yield replace(mention, start=start, end=place)
        start = place + 1


def _is_list(words: Words, mention: Mention, places: list[int], before: Mention | None) -> bool:
    """Whether a list goes on before `and`, or behind the commas: no `Marks and Spencer`, no `Corvanta, Inc.`."""
    after = words.lower[mention.end] if mention.end < len(words) else ""
    commas = [place for place in places if words.forms[place] == ","]
    if any(words.forms[place + 1].rstrip(".") in FORMS for place in commas):
        return False
    if len(places) > len(commas):
        comma = before is not None and before.label == mention.label and before.end == mention.start - 1
        listed = comma and words.forms[mention.start - 1] == ","
        return len(places) == 1 and after not in GOES_ON and (listed or _is_led_to(words, mention))
    return after in GOES_ON and all(words.upper[place + 1] for place in commas)


def _is_led_to(words: Words, mention: Mention) -> bool:
    """Whether the words before lead to two: `between Aldmoor and Velden`, `villages such as Aldmoor and Velden`."""
    before = words.lower[max(0, mention.start - 2) : mention.start]
    return mention.end - mention.start == 3 and (before[-1:] in {("between",), ("both",)} or before == ("such", "as"))  # noqa: PLR2004  # two words and `and`
