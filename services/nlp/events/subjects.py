"""The subject of a verb: its own, or one that it shares by control, raising, coordination or as a participle."""

from services.nlp.events import lexicon
from services.nlp.events.syntax import Syntax

_SUBJECTS = ("nsubj", "nsubjpass")
_RELATIVE = frozenset({"who", "which", "that", "whom"})


def is_passive(syntax: Syntax, verb: int) -> bool:
    """Whether the verb stands in the passive; headlines leave the auxiliary out: "Airliner delivered"."""
    if syntax.tags[verb] != "VBN":
        return False
    if syntax.child(verb, "auxpass", "nsubjpass", "agent") is not None:
        return True
    if syntax.deps[verb] == "conj" and syntax.child(verb, *_SUBJECTS) is None and syntax.heads[verb] < verb:
        return is_passive(syntax, syntax.heads[verb])
    return not any(syntax.deps[child] == "aux" for child in syntax.children[verb])


def subject_of(syntax: Syntax, verb: int, *, passive: bool) -> int | None:
    """The head of the subject; for relative pronouns the noun they stand for; None where the sentence names none."""
    own = syntax.child(verb, *_SUBJECTS)
    if own is not None:
        return _antecedent(syntax, own, verb)
    return _shared(syntax, verb, passive=passive)


def _antecedent(syntax: Syntax, subject: int, verb: int) -> int:
    """What a relative pronoun stands for: the noun that the relative clause modifies."""
    if syntax.lower[subject] in _RELATIVE and syntax.deps[verb] in ("relcl", "acl"):
        return syntax.heads[verb]
    return subject


def _shared(syntax: Syntax, verb: int, *, passive: bool) -> int | None:
    token = verb
    for head in syntax.ancestors(verb):
        dep = syntax.deps[token]
        if dep in ("acl", "relcl"):
            return _of_modifier(syntax, token, head, passive=passive)
        if dep not in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp"):
            return None
        if dep == "ccomp" and syntax.child(token, "mark") is not None:
            return None
        if dep in ("xcomp", "ccomp") and not passive and (found := syntax.child(head, "dobj")) is not None:
            return found
        if (found := syntax.child(head, *_SUBJECTS)) is not None:
            return _antecedent(syntax, found, head)
        token = head
    return None


def _of_modifier(syntax: Syntax, token: int, noun: int, *, passive: bool) -> int | None:
    """The noun for "jets built here", "a team handling it"; who has or signs it for "a contract to supply"."""
    governor = syntax.heads[noun]
    if (
        syntax.tags[token] == "VBG"
        and lexicon.by_word("classes").get(lexicon.verb_lemma(syntax.lower[token])) == "reporting"
    ):
        speaker = syntax.child(governor, *_SUBJECTS) if governor != noun else None
        return noun if speaker is None else speaker
    if passive or syntax.tags[token] in ("VBG", "VBN"):
        return noun
    owner = syntax.child(noun, "poss")
    if owner is not None:
        return owner
    if governor != noun and syntax.tags[governor].startswith("VB"):
        return syntax.child(governor, *_SUBJECTS)
    return None
