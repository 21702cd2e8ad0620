"""A name begins and ends with a word of the name: no possessive, no quotation mark, no article, no common word."""

from msgspec.structs import replace

from services.nlp.entities.gazetteer import is_region
from services.nlp.entities.lexicon import entries
from services.nlp.entities.mention import PLACES, Mention, apart
from services.nlp.entities.words import Words

NOT_FIRST_TAGS = frozenset({"DT", "PDT", "PRP", "PRP$", "WP$", "WDT", "WP", "POS", "CC", "IN", "TO", "_SP", "HYPH"})
OPENERS = frozenset({"RB", "RBR", "IN", "CC", "WRB", "PRP", "PRP$"})
"""Tags of words that a sentence begins with, and no person's name."""
NOT_LAST_TAGS = frozenset({"POS", "DT", "CC", "IN", "TO", "_SP", "HYPH", "VBZ", "MD"})
CAPITAL_FIRST = frozenset({"PERSON", "ORG", "NORP"})
"""Labels whose names begin with a capital, but for the particles of persons and such as `eBay`."""
VERBS = frozenset({"VBD", "VBZ", "VBP", "MD"})
SMALL_LAST = frozenset({"airport", "river", "province", "county", "index", "indices"})
"""Words that end a name although they are written small."""
SUMS = {("billion",), ("million",), ("trillion",), ("percent",)}
"""What stands behind the number of a sum that ran into a name: `must pay Ireland 13 billion`."""
LINKS = frozenset(
    {"on", "upon", "in", "by", "the", "am", "an", "der", "le", "la", "les", "de", "en", "sur", "sous", "do"}
)
"""Small words between the hyphens of a town's name: Rostov-on-Don, Boulogne-sur-Mer."""
MONEY = frozenset({"$", "£", "€"})
CREDITS = frozenset({"image", "images", "photo", "photos", "picture", "credit"})
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
DASHES = frozenset({"-", "–", "—"})
LONGEST_PARTICLES = 4
LONGEST_SYLLABLE = 5
NOT_SYLLABLES = frozenset(
    {"led", "era", "style", "like", "based", "born", "run", "owned", "free", "type", "made", "time"}
)
FAMILY_FIRST = entries("persons", "family first")
BEHIND = entries("persons", "behind")
PARTICLES = entries("persons", "particles")
"""Small words inside the names of persons; `the` as in Alexander the Great, `of` as in the Duke of."""


def trim_edges(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Each mention without what does not belong to a name at its edges; gone where nothing is left."""
    trimmed = (_trim(words, part) for mention in mentions for part in _at_dash(words, mention))
    # A mention that grew by a syllable or a possessive may reach into the next one.
    return apart(mention for mention in trimmed if mention.end > mention.start)


def _at_dash(words: Words, mention: Mention) -> tuple[Mention, ...]:
    """A mention as two where the region of a dateline has run into it: `ALDMOOR, [N.Y. - Aldmoor Mills Corp.] said`."""
    for place in range(mention.start + 1, mention.end - 1):
        if (
            words.forms[place] in DASHES
            and _parts(words, mention.start, place)
            and is_region(words.said(mention.start, place))
        ):
            return replace(mention, end=place, label="GPE"), replace(mention, start=place + 1)
    return (mention,)


def _trim(words: Words, mention: Mention) -> Mention:
    """One mention cut at both edges."""
    start, end = mention.start, mention.end
    while start < end and not _may_begin(words, mention, start, end):
        start += 1
    while end > start and not _may_end(words, mention, start, end):
        end -= 1
    end = _inner_end(words, mention, start, end)
    if end - start > 1 and words.lower[end - 1] == "flight":
        return replace(mention, start=start, end=end - 1, label="ORG")
    if mention.label == "PERSON" and end > start:
        end = _past_hyphen(words, _person_end(words, start, end))
    elif end - start > 1 and words.forms[start] in FAMILY_FIRST and (past := _past_hyphen(words, end)) > end:
        return replace(mention, start=start, end=past, label="PERSON")
    if mention.label in PLACES:
        end = _past_link(words, end)
    if _owns_nothing(words, mention, end) or _before_airport(words, start, end):
        end += 1
    return mention if (start, end) == (mention.start, mention.end) else replace(mention, start=start, end=end)


def _may_begin(words: Words, mention: Mention, place: int, end: int) -> bool:
    """Whether a name can begin with this word. A capital `The` inside a sentence is part of a title."""
    if words.lower[place] in {"the", "a", "an"}:
        return words.forms[place] != words.lower[place] and not words.opens[place] and place + 1 < end
    if words.upper[place]:
        opener = mention.label == "PERSON" and words.opens[place] and words.tags[place] in OPENERS
        return not (opener and place + 1 < end and words.upper[place + 1])
    form = words.forms[place]
    small = form.isalpha() and form.islower() and mention.label in CAPITAL_FIRST and any(words.upper[place:end])
    if small and form not in PARTICLES:
        return False
    return words.tags[place] not in NOT_FIRST_TAGS and any(c.isalnum() for c in words.forms[place])


def _may_end(words: Words, mention: Mention, start: int, end: int) -> bool:
    """Whether a name can end with this word."""
    last, form = end - 1, words.forms[end - 1]
    if end < len(words) and words.forms[end] == ":" and words.lower[last] in CREDITS:
        return False
    behind = mention.label in {"PERSON", "ORG"} and last > start + 1 and form in BEHIND
    # `AP Photo`
    shown = (
        mention.label == "ORG" and last == start + 1 and words.lower[last] in CREDITS and words.forms[start].isupper()
    )
    if behind or shown:
        return False
    if words.tags[last] == "POS" or _is_score(words, last) or _is_weekday(words, mention, start, last):
        return False
    if words.tags[last] in NOT_LAST_TAGS and not words.upper[last]:
        return False
    if not any(c.isalnum() for c in form):
        return form == "!" and mention.label in {"WORK_OF_ART", "ORG"} and not words.opens[start]
    small = form.islower() and mention.label in {"PERSON", "ORG", "PRODUCT", "GPE"} and form not in SMALL_LAST
    return not (small and any(words.upper[start:last]) and words.tags[last] not in {"CD", "FW"})


def _is_weekday(words: Words, mention: Mention, start: int, last: int) -> bool:
    """Whether the day on which something happened has run into the name of who did it: `told Lindqvist Sunday`."""
    return last > start and mention.label in {"PERSON", "GPE"} and words.lower[last] in WEEKDAYS


def _is_score(words: Words, place: int) -> bool:
    """Whether a figure is a part of a score: `Aldmoor 1 - 2 Velden`, `beat Velden 2-1`."""
    if not words.forms[place].isdigit():
        return False
    around = (words.forms[max(0, place - 2) : place], words.forms[place + 1 : place + 3])
    return any(len(pair) > 1 and DASHES.intersection(pair) and any(map(str.isdigit, pair)) for pair in around)


def _owns_nothing(words: Words, mention: Mention, end: int) -> bool:
    """Whether a possessive and then a verb follow, so that it belongs to the name: Sotheby's said."""
    follows = mention.label == "ORG" and end + 1 < len(words) and words.tags[end] == "POS"
    return follows and words.forms[end] in {"'s", "’s"} and words.tags[end + 1] in VERBS


def _before_airport(words: Words, start: int, end: int) -> bool:
    """Whether `airport` follows a name without an article: `at Heathrow airport`, not `the London airport`."""
    if not start < end < len(words) or words.forms[end] != "airport":
        return False
    kind = words.forms[end - 1] in {"International", "Regional"}
    return start == 0 or kind or words.tags[start - 1] not in {"DT", "PRP$", "POS", "JJ", "JJS"}


def _inner_end(words: Words, mention: Mention, start: int, end: int) -> int:
    """Where a name ends that ran on: before a flight's number, before an article without a small word before it."""
    if end - start > 2 and words.lower[end - 2] == "flight":  # noqa: PLR2004  # an airline before `Flight 574`
        return end - 1
    if mention.label == "FAC":
        # `the Brenna Highway at Aldmoor Falls`
        return next((p for p in range(start + 2, end - 1) if words.forms[p] in {"at", "near", "in", "between"}), end)
    if mention.label in {"ORG", "PERSON", "GPE"}:
        for place in range(start + 1, end):
            counted = words.tags[place] == "CD" and words.lower[place + 1 : place + 2] in SUMS
            if counted or words.forms[place] in MONEY or _parts(words, start, place):
                return place
            if words.forms[place] == "the" and words.upper[place - 1] and words.forms[place - 1] not in {"&", ","}:
                great = place + 1 < end and mention.label == "PERSON" and place + 2 == end
                return end if great else place
    return end


def _parts(words: Words, start: int, place: int) -> bool:
    """Whether a dash ends a dateline here, with white space on both sides: `ALDMOOR, Norway - Aid`."""
    if words.forms[place] not in DASHES or words.ends[place - 1] == words.starts[place]:
        return False
    return words.forms[place] != "-" or is_region(words.said(start, place))


def _past_hyphen(words: Words, end: int) -> int:
    """Past `-wen` in Tsai Ing-wen, which the tokenizer cuts off; `-era` and `-led` are no part of a name."""
    if end + 1 >= len(words) or words.forms[end] != "-" or words.starts[end] != words.ends[end - 1]:
        return end
    rest = words.forms[end + 1]
    glued = words.starts[end + 1] == words.ends[end] and rest.isalpha()
    named = rest[0].isupper() or (len(rest) <= LONGEST_SYLLABLE and rest not in NOT_SYLLABLES)
    return end + 2 if glued and named else end


def _past_link(words: Words, end: int) -> int:
    """Past `-on-Don` in Rostov-on-Don, which the tokenizer cuts off."""
    parts = words.forms[end : end + 4]
    linked = parts[::2] == ("-", "-") and parts[1] in LINKS and words.upper[end + 3 : end + 4] == (True,)
    return end + 4 if linked and words.starts[end + 3] - words.ends[end - 1] == len("".join(parts[:3])) else end


def _person_end(words: Words, start: int, end: int) -> int:
    """Where the name of a person ends at the latest: before a possessive and before a common word."""
    for place in range(start + 1, end):
        small = words.forms[place].islower() and words.lower[place] not in PARTICLES
        followed = any(words.upper[place + 1 : min(end, place + LONGEST_PARTICLES)])
        if (
            words.tags[place] == "POS"
            or (small and "'" not in words.forms[place])
            or not (words.upper[place] or followed)
        ):
            return place
    return end
