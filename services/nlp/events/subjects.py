"""The subject of a verb: its own, or one that it shares by control, raising, coordination or as a participle."""

from services.nlp.events import lexicon
from services.nlp.events.heads import is_word_for_actors
from services.nlp.events.lemmas import governor_lemma
from services.nlp.events.relatives import antecedent
from services.nlp.events.series import opens_series
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import CLASSES_BY_WORD, CONTROL, DEEDS
from services.nlp.events.voice import is_passive

_SUBJECTS = ("nsubj", "nsubjpass")
_NAMED = 2
"""Words up to the name in "the business daily Metall"."""
_RAISED = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "acomp"})


def subject_of(syntax: Syntax, verb: int, *, passive: bool) -> int | None:
    """The head of the subject; for relative pronouns the noun they stand for; None where the sentence names none."""
    own = _own(syntax, verb)
    if own is not None:
        return antecedent(syntax, own, verb)
    found = _shared(syntax, verb, passive=passive)
    return _of_series(syntax, verb) if found is None else found


def _of_series(syntax: Syntax, verb: int) -> int | None:
    """The subject of the first of a series of verbs: "she broke with it, left and set up her own"."""
    while syntax.deps[verb] == "conj" and syntax.heads[verb] < verb:
        verb = syntax.heads[verb]
    first = opens_series(syntax, verb) if syntax.deps[verb] == "ROOT" else None
    return None if first is None else _own(syntax, first)


def _own(syntax: Syntax, verb: int) -> int | None:
    """The subject beside the verb; of two before it the nearer: "outside court, her son said"."""
    found = None
    for child in syntax.children[verb]:
        if syntax.deps[child] in _SUBJECTS and (found is None or _stands_apart(syntax, found, child, verb)):
            found = child
    return found


def _stands_apart(syntax: Syntax, first: int, second: int, verb: int) -> bool:
    """Whether the first is no subject but stands before one: behind a comma, or right before a name."""
    if not first < second < verb:
        return False
    return second - first <= _NAMED or "," in syntax.lower[first + 1 : first + 3]


def _shared(syntax: Syntax, verb: int, *, passive: bool) -> int | None:
    token = verb
    for head in syntax.ancestors(verb):
        dep = syntax.deps[token]
        if dep in ("acl", "relcl"):
            return _of_modifier(syntax, token, head, passive=passive)
        if dep == "prep" and syntax.deps[head] == "dobj" and _is_judged(syntax, token, syntax.heads[head]):
            return head
        marked = dep == "ccomp" and syntax.child(token, "mark") is not None
        if dep not in _RAISED or marked or syntax.lower[head] in CONTROL["tough"]:
            return None
        if (found := _speaker_between(syntax, head, token) or _controller(syntax, token, head)) is not None:
            return found
        if (found := syntax.child(head, *_SUBJECTS)) is not None:
            return _checked(syntax, token, head, antecedent(syntax, found, head))
        token = head
    return None


def _speaker_between(syntax: Syntax, head: int, token: int) -> int | None:
    """Who speaks and does something with it: "the road was bad, she says, dropping a bag"."""
    if syntax.tags[token] != "VBG" or syntax.deps[token] != "advcl" or syntax.lower[token] in CONTROL["results"]:
        return None
    for child in syntax.children[head]:
        if syntax.deps[child] == "parataxis" and head < child < token:
            return _own(syntax, child)
    return None


def _controller(syntax: Syntax, token: int, head: int) -> int | None:
    """The object of the governing verb, where that is who acts: "ordered the firm to pay"."""
    thing = syntax.child(head, "dobj")
    if thing is None:
        return None
    if syntax.deps[token] in ("xcomp", "ccomp"):
        return thing
    # "stopped the firm from building", "quoted him as saying", "accused the firm of building"
    behind = syntax.lower[token] in ("from", "as", "into") or _is_judged(syntax, token, head)
    if behind and syntax.child(token, "pcomp") is not None:
        return thing
    pushed = syntax.tags[token] == "VBG" and syntax.deps[token] == "advcl" and syntax.rights[thing] + 1 == token
    return thing if pushed and _lemma(syntax, head) in CONTROL["pushing"] else None


def _is_judged(syntax: Syntax, preposition: int, verb: int) -> bool:
    """Whether a preposition brings in what somebody is said to have done: "accused him of", "fined the firm for"."""
    word, lemma = syntax.lower[preposition], governor_lemma(syntax, verb)
    if word == "for":
        return lemma in CONTROL["judging"]
    return f"{lemma}:{word}" in DEEDS


def _checked(syntax: Syntax, token: int, head: int, subject: int) -> int | None:
    """The subject of the governing verb, unless it is empty or somebody else has the purpose."""
    dep = syntax.deps[token]
    if syntax.lower[subject] == "it" and dep in ("xcomp", "ccomp", "advcl") and _is_impersonal(syntax, head):
        return None
    if dep not in ("advcl", "xcomp") or syntax.tags[token] != "VB" or not is_passive(syntax, head):
        return subject
    if dep == "xcomp" and _lemma(syntax, head) not in CONTROL["needing"]:
        return subject
    # "the bill was passed by the senate to curb prices": who passed it wants to curb them
    agent = syntax.child(head, "agent")
    by = syntax.child(agent, "pobj") if agent is not None else None
    acts = syntax.tags[subject].startswith(("NNP", "PRP")) or is_word_for_actors(syntax, subject)
    return by if by is not None else subject if acts else None


def _is_impersonal(syntax: Syntax, head: int) -> bool:
    """The verb of "it is hard to read", "it took years to build"."""
    lemma = _lemma(syntax, head)
    return lemma == "take" or (lemma == "be" and syntax.child(head, "acomp", "attr") is not None)


def _lemma(syntax: Syntax, verb: int) -> str:
    return lexicon.verb_lemma(syntax.lower[verb])


def _of_modifier(syntax: Syntax, token: int, noun: int, *, passive: bool) -> int | None:
    """The noun for "jets built here", "a team handling it"; who has or signs it for "a contract to supply"."""
    governor = syntax.heads[noun]
    if syntax.tags[token] == "VBG" and CLASSES_BY_WORD.get(lexicon.verb_lemma(syntax.lower[token])) == "reporting":
        speaker = syntax.child(governor, *_SUBJECTS) if governor != noun else None
        return noun if speaker is None else speaker
    if passive or syntax.tags[token] in ("VBG", "VBN"):
        return noun
    owner = syntax.child(noun, "poss")
    owner = _name_before(syntax, noun) if owner is None else owner
    if owner is not None:
        return owner
    if governor != noun and syntax.tags[governor].startswith("VB"):
        return syntax.child(governor, *_SUBJECTS)
    return None


def _name_before(syntax: Syntax, noun: int) -> int | None:
    """As in "the Norvik plan to build"."""
    return next(
        (
            child
            for child in syntax.children[noun]
            if syntax.deps[child] in ("compound", "nmod") and syntax.tags[child].startswith("NNP")
        ),
        None,
    )
