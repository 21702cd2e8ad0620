"""Triggers: the verbs, event nouns and state adjectives that name events (TimeML 1.2.1 EVENT)."""

from typing import Literal

from msgspec import Struct

from services.nlp.events import lexicon
from services.nlp.events.bylines import BYLINES, is_byline
from services.nlp.events.headlines import headline_verbs
from services.nlp.events.nouns import is_event_noun
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import ADJECTIVES_BY_WORD, CLASSES_BY_WORD, HEADS, NOUN_SUPPORT, VERBS
from services.nlp.events.titles import in_title, titles

Part = Literal["verb", "noun", "adjective"]
_NO_VERBS = frozenset({"prep", "mark", "cc", "compound", "nmod", "nummod"})
"""Relations in which a word tagged as a verb is a preposition, a conjunction or a noun."""
_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "NN", "NNS", "JJ"})
_WITH = frozenset({"with"})
_ACTING = frozenset({"nsubj", "nsubjpass", "pobj"})
_STOPS = frozenset({".", "!", "?"})
_WORDS_BEFORE = 2
"""Words before "updated" in a line that says when a page was: "First", "Last"."""
_AUXILIARY = frozenset({"aux", "auxpass"})


class Trigger(Struct, frozen=True, gc=False):
    """One token that names an event."""

    token: int
    part: Part
    lemma: str


def first_token(syntax: Syntax, trigger: Trigger) -> int:
    """Where the word begins that names the event: "sell" in "sell-off", else the token itself."""
    joined = trigger.part == "noun" and "-" in trigger.lemma and _is_joined(syntax, trigger.token)
    return trigger.token - 2 if joined else trigger.token


def find_triggers(syntax: Syntax) -> list[Trigger]:
    """Every trigger, in the order of the text."""
    tagged = [token for token, tag in enumerate(syntax.tags) if tag in _TAGS]
    verbs = headline_verbs(syntax)
    found = [trigger for token in tagged if (trigger := _trigger(syntax, token, verbs.get(token)))]
    if works := titles(syntax):
        found = [one for one in found if not in_title(works, syntax.starts[one.token])]
    bodies = _named_bodies(syntax)
    return [one for one in found if not _is_body(syntax, one, bodies)] if bodies else found


def _named_bodies(syntax: Syntax) -> set[str]:
    """The last words of names such as "the Velden Survey", which name a body and not what it does."""
    words = NOUN_SUPPORT["bodies"] & syntax.words
    if not words:
        return set()
    return {word for word, tag in zip(syntax.lower, syntax.tags, strict=True) if tag == "NNP" and word in words}


def _is_body(syntax: Syntax, trigger: Trigger, bodies: set[str]) -> bool:
    """As in "the survey raised its alert" where the text names a survey; "a survey of voters" is none."""
    if trigger.part != "noun" or trigger.lemma not in bodies or syntax.deps[trigger.token] not in _ACTING:
        return False
    children = syntax.children[trigger.token]
    return len(children) == 1 and syntax.lower[children[0]] == "the"


def _trigger(syntax: Syntax, token: int, verb: str | None) -> Trigger | None:
    if verb is not None:
        return Trigger(token, "verb", verb)
    if syntax.lower[token] in BYLINES and is_byline(syntax, token):
        return None
    tag = syntax.tags[token]
    if tag.startswith("VB"):
        return _verb(syntax, token)
    if tag in ("NN", "NNS"):
        lemma = _noun_lemma(syntax, token)
        named = not is_event_noun(syntax, token, lemma) or _is_speaker(syntax, token)
        return None if named else Trigger(token, "noun", lemma)
    if tag == "JJ":
        return _adjective(syntax, token)
    return None


def _is_speaker(syntax: Syntax, token: int) -> bool:
    """Whether a capital and a verb of saying make a name of a noun: "Flood added"."""
    if syntax.deps[token] != "nsubj" or not syntax.text[syntax.starts[token]].isupper() or syntax.children[token]:
        return False
    return CLASSES_BY_WORD.get(lexicon.verb_lemma(syntax.lower[syntax.heads[token]])) == "reporting"


def _noun_lemma(syntax: Syntax, token: int) -> str:
    """The lemma, with what a hyphen joins to a particle: "sell-off", "write-down"."""
    word = syntax.lower[token]
    return f"{syntax.lower[token - 2]}-{word}" if _is_joined(syntax, token) else lexicon.noun_lemma(word)


def _is_joined(syntax: Syntax, token: int) -> bool:
    """Whether a particle is joined to the word before it by a hyphen."""
    particles = NOUN_SUPPORT["particles"]
    return syntax.lower[token] in particles and token > 1 and syntax.lower[token - 1] == "-"


def _verb(syntax: Syntax, token: int) -> Trigger | None:
    dep, word = syntax.deps[token], syntax.lower[token]
    if dep in _AUXILIARY or not word[0].isalpha() or len(word) < 2:  # noqa: PLR2004  # 's and 'd are no events
        return None
    lemma = lexicon.verb_lemma(word)
    if (
        dep in _NO_VERBS
        or (dep == "pobj" and syntax.tags[token] != "VBG")
        or (dep == "amod" and syntax.heads[token] > token)
        or _names_people(syntax, token)
    ):
        return None
    if _is_in_name(syntax, token) or (lemma in VERBS["of_publishing"] and dep == "ROOT" and _is_of_page(syntax, token)):
        return None
    if lemma == "be" or (word in VERBS["modal"] and _governs_infinitive(syntax, token)):
        return None
    return None if _describes(syntax, token, lemma) else Trigger(token, "verb", lemma)


def _is_in_name(syntax: Syntax, token: int) -> bool:
    """As in "the Committee to Protect Orchards"; a headline has capitals everywhere."""
    if syntax.tags[token] != "VB" or token < 2 or syntax.lower[token - 1] != "to":  # noqa: PLR2004  # a word and "to"
        return False
    if syntax.sentence(token).section.kind == "headline" or token + 1 == len(syntax):
        return False
    return all(syntax.text[syntax.starts[word]].isupper() for word in (token - 2, token, token + 1))


def _is_of_page(syntax: Syntax, token: int) -> bool:
    """As in the line "Last updated 3 May": the page is meant, and not what it tells."""
    sentence = syntax.sentence(token)
    alone = syntax.child(token, "nsubj", "nsubjpass", "aux", "auxpass") is None
    return alone and token - sentence.first <= _WORDS_BEFORE and syntax.lower[sentence.end - 1] not in _STOPS


def _names_people(syntax: Syntax, token: int) -> bool:
    """As in "visited the wounded", "the accused said"."""
    return (
        syntax.tags[token] == "VBN"
        and syntax.deps[token] in ("dobj", "pobj", "nsubj", "nsubjpass")
        and syntax.child(token, "det") is not None
    )


def _describes(syntax: Syntax, token: int, lemma: str) -> bool:  # noqa: PLR0911  # one family a line
    """Whether the verb says what something is, not what happens: "which owns hotels", "a firm based in Leeds"."""
    dep, tag = syntax.deps[token], syntax.tags[token]
    if lemma in VERBS["empty"]:
        return True
    if lemma in ("base", "age") and tag == "VBN":  # "a firm based in Leeds", "died aged 93"
        return True
    if dep == "acl" and tag in ("VBN", "VBD"):
        return lemma in VERBS["participial"] or (lemma == "leave" and _is_length(syntax, syntax.heads[token]))
    if lemma == "go" and tag == "VBG" and _governs_infinitive(syntax, token):
        return True
    if lemma == "have" and _lacks_object(syntax, token):
        return True
    if syntax.lower[token] == "following" and _is_after(syntax, token):
        return True
    if lemma == "do" and dep == "relcl" and syntax.said(token, _WITH, "prep") is not None:  # "nothing to do with it"
        return True
    if lemma == "know" and tag == "VBN" and syntax.child(token, "auxpass") is not None:
        return True
    if syntax.child(token, "neg") is not None:
        return False
    return dep == "relcl" and lemma in VERBS["descriptive"] and _is_simple_present(syntax, token)


def _is_after(syntax: Syntax, token: int) -> bool:
    """As in "won a new term following elections in March"; not in "a man following her"."""
    thing = syntax.child(token, "dobj", "pobj")
    if thing is None or syntax.child(token, "aux", "auxpass", "nsubj") is not None:
        return False
    if syntax.tags[token - 1].startswith("VB"):  # "came following reports that"
        return True
    return syntax.tags[thing] in ("NN", "NNS") and is_event_noun(syntax, thing, lexicon.noun_lemma(syntax.lower[thing]))


def _is_length(syntax: Syntax, noun: int) -> bool:
    """As in "with 20 minutes left"."""
    return lexicon.noun_lemma(syntax.lower[noun]) in HEADS["lengths"]


def _lacks_object(syntax: Syntax, token: int) -> bool:
    """As in "had no comment", "has nothing to do with": nothing is said to happen."""
    thing = syntax.child(token, "dobj")
    return thing is not None and (
        syntax.lower[thing] == "nothing" or any(syntax.lower[child] == "no" for child in syntax.children[thing])
    )


def _is_simple_present(syntax: Syntax, token: int) -> bool:
    """As in "owns", "does not own"."""
    auxiliaries = [syntax.lower[child] for child in syntax.children[token] if syntax.deps[child] in _AUXILIARY]
    if syntax.tags[token] in ("VBZ", "VBP"):
        return not auxiliaries
    return bool(auxiliaries) and all(word in ("do", "does") for word in auxiliaries)


def _governs_infinitive(syntax: Syntax, token: int) -> bool:
    """Whether the verb only lends modality to an infinitive: "have to leave", "used to work"; not "used it to work"."""
    complement = syntax.child(token, "xcomp")
    if syntax.lower[token] == "used" and syntax.child(token, "dobj", "nsubjpass") is not None:
        return False
    return complement is not None and any(syntax.lower[child] == "to" for child in syntax.children[complement])


def _adjective(syntax: Syntax, token: int) -> Trigger | None:
    """A predicative adjective of the list of states: "is willing to", "remains ill"."""
    if syntax.deps[token] not in ("acomp", "oprd", "ROOT", "ccomp"):
        return None
    lemma = syntax.lower[token]
    return Trigger(token, "adjective", lemma) if lemma in ADJECTIVES_BY_WORD else None
