"""What the model takes for names and is none: figures, parts of dates, words in small letters, titles of articles."""

from services.nlp.entities.mention import Mention
from services.nlp.entities.words import PROPER, Words

NEVER = frozenset(
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "july",
        "august", "september", "october", "november", "december", "covid", "covid-19", "ceo", "internet", "web",
        "gmt", "utc", "est", "gdp", "dna", "image", "images", "photo", "photos", "file", "caption", "video", "advertisement",
        "aircraft", "airline", "breaking", "update", "exclusive", "live", "i", "god", "st", "px",
    }
)  # fmt: skip
CAPITALISED = frozenset({"PERSON", "ORG", "GPE", "FAC", "LOC", "NORP", "PRODUCT"})


def drop_noise(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Only the mentions that can be names."""
    small = {form for form in words.forms if form.islower()}
    return [mention for mention in mentions if mention.sure or _may_name(words, mention, small)]


LINKS = frozenset({"of", "for", "in", "on", "at", "to", "from", "with", "de", "von", "by", "upon", "under", "-"})
"""Small words inside names; another preposition shows that the model ran two things together."""
OFFICES = frozenset(
    {"home", "foreign", "shadow", "interior", "defence", "defense", "finance", "health", "justice", "transport"}
)
OFFICERS = frozenset({"secretary", "minister", "secretaries", "ministers", "chief", "office-holder"})


def _is_office(words: Words, mention: Mention) -> bool:
    """Whether a mention is the first part of an office: `Home` in `Home Secretary`."""
    after = words.lower[mention.end] if mention.end < len(words) else ""
    return after in OFFICERS and all(word in OFFICES for word in words.lower[mention.start : mention.end])


def _may_name(words: Words, mention: Mention, small: set[str]) -> bool:
    """Whether a mention has the shape of a name of its kind."""
    forms = words.forms[mention.start : mention.end]
    if not any(c.isalpha() for form in forms for c in form):
        return False
    if len(forms) == 1 and words.lower[mention.start] in NEVER:
        return False
    if _is_office(words, mention):
        return False
    if mention.label == "PERSON" and any(c.isdigit() for form in forms for c in form):
        return False
    if mention.label in CAPITALISED and not any(c.isupper() for form in forms for c in form):
        return False
    if any(
        words.tags[place] == "IN" and words.forms[place] not in LINKS for place in range(mention.start, mention.end)
    ):
        return mention.label not in CAPITALISED
    if len(forms) > 1 or not words.opens[mention.start]:
        return True
    # A capital letter at the beginning of a sentence says nothing of a word that the text writes small elsewhere.
    common = words.lower[mention.start] in small or words.tags[mention.start] not in PROPER
    return not (common and mention.label in {"PERSON", "ORG", "PRODUCT"} and not forms[0].isupper())
