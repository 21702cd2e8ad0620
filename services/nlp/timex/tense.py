"""The tense that governs a token, from the tags and the tree."""

from collections.abc import Mapping

from spacy.lang.lex_attrs import is_quote

from services.nlp.timex.around import Tense
from services.nlp.timex.lexicon import PART, UNIT, UNITS, WEEKDAY
from services.nlp.timex.plans import is_given_up, is_plan, says_when
from services.nlp.timex.still_to_do import (
    asker,
    had_been,
    is_called_for,
    is_deadline,
    is_demanded,
    is_still_to_be_done,
    is_summoned,
)
from services.nlp.timex.tense_words import (
    AGREEING,
    ASKING,
    BACK,
    BEING,
    CLAUSES_TO_COME,
    CONDITIONS,
    FUTURE_MODALS,
    HAS,
    IS,
    PROMISING,
    SAYING,
    SHUT,
    SUBJECTS,
    SUPPOSING,
    SURE,
    TIMETABLE,
    TOWARDS,
    WANTING,
    WEATHER,
)
from services.nlp.timex.tree import Token, Tree

CLIMB = 12
"""Heads to climb at most: deeper trees are tables and lists."""


def tense_at(tree: Tree, index: int) -> Tense | None:
    """The tense of the verb that governs a token; None without a parse or a verb."""
    before = tree.word(index - 1)
    towards = before in TOWARDS
    is_weekday = tree.word(index) in WEEKDAY
    token = verb_before(tree, index) or tree[index]
    for _ in range(CLIMB):
        if is_given_up(token):
            token = token.head
            continue
        if is_plan(token, towards=towards):
            return "past" if had_been(token) or says_when(token, index) else "future"
        if token.tag.startswith(("VB", "MD")):
            asking = asker(token)
            if asking in AGREEING and not is_weekday:
                return "open"
            asked = asking in WANTING or (
                asking in ASKING and (not is_weekday or (before == "on" and asking in PROMISING))
            )
            by = before == "by"
            ahead = (
                asked
                or is_called_for(token, index)
                or is_due(token)
                or is_summoned(token)
                or (by and is_deadline(token))
            )
            ahead = ahead or ((by or not is_weekday) and is_demanded(token))
            found = "future" if ahead else tense_of(token)
            if found == "present" and is_yet_to_be(token):
                return "future"
            if found:
                return found
        if is_next(token):
            return "future"
        if token.is_root:
            is_ahead = is_misread(token) or token.lower in WEATHER or is_fixture(tree, index)
            return "future" if is_ahead else None
        token = token.head
    return None


def is_yet_to_be(verb: Token) -> bool:
    """Whether a present is to come: "they hope the wind drops Friday", "it will rain when she meets them Friday"."""
    above = verb.head
    if verb.dep == "ccomp":
        return above.lower in WANTING
    if verb.dep != "advcl" or tense_of(above) != "future":
        return False
    return any(child.i < verb.i and child.lower in CLAUSES_TO_COME for child in verb.children)


def is_next(token: Token) -> bool:
    """Whether it is what comes next: "the next window, at noon on Sunday", "with the next window opening Sunday"."""
    if token.tag == "VBG":
        return any(child.dep == "nsubj" and is_next(child) for child in token.children)
    if token.tag not in {"NN", "NNS"} or token.lower in UNITS_OF_TIME:
        return False
    return any(child.lower in COMING_NEXT and child.i < token.i for child in token.children)


COMING_NEXT = frozenset(("next", "upcoming", "forthcoming"))
UNITS_OF_TIME = frozenset(UNIT) | frozenset(UNITS) | frozenset(PART)
"""The next day is that of a story."""


def is_fixture(tree: Tree, index: int) -> bool:
    """Whether the model takes the verb between two sides for a noun: "Velden host champions Corran on Sunday"."""
    if FIXTURES.isdisjoint(tree.words_before(index - 1, BACK_TO_FIXTURE - 2)):
        return False
    for back in range(index - 2, max(index - BACK_TO_FIXTURE, 0), -1):
        if tree.word(back) in FIXTURES:
            following = tree[back + 1].text[0]
            return tree[back - 1].text[0].isupper() and (following.isupper() or following.isdigit())
    return False


FIXTURES = frozenset(("host", "visit", "entertain", "tackle"))
BACK_TO_FIXTURE = 9
"""Tokens before a day in which such a verb must stand."""


def is_misread(root: Token) -> bool:
    """Whether the model takes a verb of the timetable for a noun or an adjective: "The show airs", "Doors open"."""
    if root.tag not in {"NNS", "JJ"} or root.lower not in TIMETABLE:
        return False
    return any(child.i < root.i and (child.dep == "nsubj" or child.lower == "the") for child in root.children)


def is_due(verb: Token) -> bool:
    """Whether it is said of somebody that he is due, or likely, somewhere: "she is due in court on Monday"."""
    if verb.lower in SHUT:
        return any(child.lower in IS and child.dep == "auxpass" for child in verb.children)
    if verb.lower in IS and any(child.lower in BACK and child.dep == "advmod" for child in verb.children):
        return True
    return verb.lower in BEING and any(
        child.dep == "acomp"
        and ((is_plan(child, towards=False) and not had_been(child)) or (child.lower in SHUT and verb.lower in IS))
        for child in verb.children
    )


def is_pluperfect(tree: Tree, index: int) -> bool:
    """Whether the verb that governs a token is told as past of the past: "had left"; a bare participle goes with it."""
    token: Token = tree[index]
    for _ in range(CLIMB):
        helpers = [child for child in token.children if child.dep in {"aux", "auxpass"}]
        if token.tag.startswith("VB") and tense_of(token) and (helpers or token.tag != "VBN"):
            return any(child.lower in {"had", "'d"} for child in helpers if child.dep == "aux")
        if token.is_root:
            break
        token = token.head
    return False


def verb_before(tree: Tree, index: int) -> Token | None:
    """The verb in the past that stands right before a time, which it governs wherever the tree hangs the time."""
    before = index - 1
    if before > 0 and tree.word(before) == "on":
        before -= 1
    return tree[before] if before >= 0 and tree[before].tag in {"VBD", "VBN"} else None


def tense_of(verb: Token) -> Tense | None:
    """The tense of one verb with its auxiliaries; None where only its own governor tells (participles, infinitives)."""
    helpers = {child.lower: child.tag for child in verb.children if child.dep in {"aux", "auxpass"}}
    if "MD" in helpers.values():
        return tense_of_modal(verb, helpers)
    if verb.tag == "VBD" or "VBD" in helpers.values():
        return "past"
    if "to" in helpers:
        governor = verb.head
        if "have" in helpers:
            return None
        is_to = governor.lower in BEING and governor.i < verb.i  # "they are to meet"
        return "future" if is_to or is_headline(verb) or is_still_to_be_done(verb, helpers) else None
    return tense_of_participle(verb, helpers) if verb.tag in {"VBN", "VBG"} else tense_of_present(verb, helpers)


def is_headline(infinitive: Token) -> bool:
    """Whether an infinitive is all the verb that a line has: "Velden envoys to meet on Friday"."""
    noun = infinitive.head
    if infinitive.is_root:
        return any(child.dep in SUBJECTS for child in infinitive.children)
    return infinitive.dep in {"relcl", "acl"} and noun.is_root and noun.tag.startswith("NN")


def tense_of_modal(verb: Token, helpers: Mapping[str, str]) -> Tense | None:
    """Modals look ahead, but not before "have", and not where something could not be done or nothing was said."""
    if "have" in helpers and not SURE & helpers.keys():
        return "past"
    if is_denied(verb) and ("could" in helpers or ("would" in helpers and verb.lower in SAYING)):
        return "past"
    return "future" if FUTURE_MODALS & helpers.keys() else None


def is_denied(verb: Token) -> bool:
    """Whether "not" or a subject or object with "neither" or "no" denies a verb: "she could give no reason"."""
    subject = (child for child in verb.children if child.dep in {"nsubj", "nsubjpass", "dobj"})
    return any(child.dep == "neg" for child in verb.children) or any(
        word.lower in {"neither", "no", "none"} for noun in subject for word in (noun, *noun.children)
    )


def tense_of_participle(verb: Token, helpers: Mapping[str, str]) -> Tense | None:
    """ "Has sunk", a headline's "sunk", "the ship sunk Friday" are past, "is sunk", "is sinking" present."""
    if verb.tag == "VBG":
        return "future" if verb.lower == "going" and IS & helpers.keys() else "present" if helpers else None
    if HAS & helpers.keys():
        return None if is_supposed(verb) else "past"
    if helpers:
        return "present"
    reduced = verb.dep in {"ROOT", "ccomp", "conj", "acl", "advcl"} and not is_condition(verb)
    return "past" if reduced and not shares_helpers(verb) else None


def shares_helpers(verb: Token) -> bool:
    """Whether the tense of a participle is that of the one before it: "it is to be mended and tested by Friday"."""
    first = verb.head
    return (
        verb.dep == "conj"
        and first.tag == "VBN"
        and any(child.dep == "auxpass" and child.i < first.i for child in first.children)
    )


def is_supposed(verb: Token) -> bool:
    """Whether it is what must have been done by then: "if they have not paid before May, they lose it"."""
    supposing = (child for child in verb.children if child.dep in {"mark", "advmod"})
    return verb.dep == "advcl" and any(child.lower in SUPPOSING for child in supposing)


def is_condition(verb: Token) -> bool:
    """Whether a word such as "if" or "when" opens the clause of a verb."""
    return any(child.dep in {"mark", "advmod"} and child.lower in CONDITIONS for child in verb.children)


def tense_of_present(verb: Token, helpers: Mapping[str, str]) -> Tense | None:
    """The present of some verbs is a timetable; what is asked for lies ahead ("Call me on Monday")."""
    if verb.tag not in {"VBZ", "VBP", "VB"}:
        return None
    is_bare = verb.tag == "VB" and verb.dep == "ccomp"  # "let it begin"
    if not helpers and (is_imperative(verb) or (verb.lower in TIMETABLE and not is_bare)):
        return "future"
    return "present" if verb.tag != "VB" else None


def is_imperative(verb: Token) -> bool:
    """Whether a bare verb that no subject goes with leads its clause."""
    leads = verb.dep == "ROOT" or (verb.before is not None and is_quote(verb.before.text))
    return verb.tag == "VB" and leads and not any(child.dep in SUBJECTS for child in verb.children)
