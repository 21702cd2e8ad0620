"""What relative clauses say of the noun that they modify."""

from services.nlp.events import lexicon
from services.nlp.events.heads import is_word_for_actors
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import HEADS, ROLES

PRONOUNS = frozenset({"who", "which", "that", "whom"})
_PERSONAL = frozenset({"who", "whom"})
_BESIDE = frozenset({"of", "in", "at", "from", "near"})
"""Prepositions behind which a person's place stands."""
_CLAUSES = frozenset({"relcl", "acl"})
_INNER = frozenset({"xcomp", "ccomp", "conj"})


def antecedent(syntax: Syntax, token: int, verb: int) -> int:
    """What a relative pronoun among the arguments of the verb stands for; any other token itself."""
    if syntax.lower[token] not in PRONOUNS:
        return token
    for clause in (verb, *syntax.ancestors(verb)):
        if syntax.deps[clause] in _CLAUSES:
            noun = syntax.heads[clause]
            return _named(syntax, _person(syntax, noun) if syntax.lower[token] in _PERSONAL else noun)
        if syntax.deps[clause] not in _INNER:
            break
    return token


def _person(syntax: Syntax, noun: int) -> int:
    """Who is meant where the parser hangs the clause on a place: "the mayor of Velden, who resigned"."""
    preposition = syntax.heads[noun]
    if syntax.deps[noun] != "pobj" or syntax.lower[preposition] not in _BESIDE or is_word_for_actors(syntax, noun):
        return noun
    above = syntax.heads[preposition]
    if not is_word_for_actors(syntax, above):
        return noun
    named = syntax.tags[noun].startswith("NNP") and syntax.lower[preposition] == "of"
    return noun if named and lexicon.noun_lemma(syntax.lower[above]) not in HEADS["offices"] else above


def object_left_out(syntax: Syntax, verb: int) -> int | None:
    """The noun that undergoes the verb of a clause without pronoun: "the wall he built", "cattle they cannot feed"."""
    clause = syntax.heads[verb] if syntax.deps[verb] == "xcomp" else verb
    if (
        syntax.deps[clause] != "relcl"
        or _is_complete(syntax, verb)
        or lexicon.verb_lemma(syntax.lower[verb]) in _alone()
    ):
        return None
    subject = syntax.child(clause, "nsubj")
    if subject is None or _has_pronoun(syntax, subject) or syntax.child(clause, "dobj", "mark") is not None:
        return None
    if any(syntax.tags[child] in ("WRB", "WDT", "WP") for child in syntax.children[clause]):
        return None
    return _named(syntax, syntax.heads[clause])


def shared_object(syntax: Syntax, verb: int, lemma: str) -> int | None:
    """The object of the verb that is coordinated with one which needs an object: "arrested and questioned two men"."""
    if lemma not in ROLES["objectful"] or _is_complete(syntax, verb):
        return None
    other = syntax.child(verb, "conj")
    if other is None or syntax.tags[other] != syntax.tags[verb] or syntax.lefts[other] != other:
        return None
    return syntax.child(other, "dobj")


def _has_pronoun(syntax: Syntax, subject: int) -> bool:
    """As in "who", "some of whom"."""
    if syntax.lower[subject] in PRONOUNS:
        return True
    of = syntax.child(subject, "prep")
    part = None if of is None else syntax.child(of, "pobj")
    return part is not None and syntax.lower[part] in PRONOUNS


def _is_complete(syntax: Syntax, verb: int) -> bool:
    """Whether the verb has an object of its own, or a preposition that waits for one."""
    if syntax.child(verb, "dobj", "ccomp", "xcomp", "acomp", "attr", "auxpass", "dative") is not None:
        return True
    return any(syntax.deps[child] == "prep" and not syntax.children[child] for child in syntax.children[verb])


def _alone() -> frozenset[str]:
    return ROLES["unaccusative"] | ROLES["moving"]


def _named(syntax: Syntax, noun: int) -> int:
    """The name that a common noun explains: "Ilse Marchetti, the conductor who ..."."""
    head = syntax.heads[noun]
    explains = syntax.deps[noun] == "appos" and syntax.tags[noun] == "NN" and syntax.tags[head].startswith("NNP")
    return head if explains else noun
