"""What a verb group itself says of its modality: auxiliaries, "is to", "has to", conditions, adverbs."""

from schemas.vocabulary import Modality
from services.nlp.events import lexicon
from services.nlp.events.moods import of_mood
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import MODALITY, POLARITY
from services.nlp.events.tense import verbal

_SUBJECTS = ("nsubj", "nsubjpass")
_CHAIN = 6
"""Coordinated verbs that share an auxiliary at most."""
_BE = frozenset({"is", "are", "was", "were", "'s", "’s", "'re", "’re", "am"})
_TO = frozenset({"to"})
_INVERTED = frozenset({"had", "should", "were"})
_ALTERNATIVES = frozenset({("instead", "of"), ("rather", "than")})
_QUOTES = frozenset({'"', "``", "“"})
_CONJUNCTIONS = MODALITY["open"] | MODALITY["conditional"]
_SIGNS = MODALITY["adverbs"] | {pair[0] for pair in _ALTERNATIVES}
"""Words without which a sentence names no alternative and has no adverb that leaves it open."""


def of_verb(syntax: Syntax, verb: int) -> Modality | None:
    """The modality of a verb group, its own or the one that it shares with a coordinated verb before it."""
    first = verb
    for _ in range(_CHAIN):
        found = _own(syntax, first)
        if found or not _shares_auxiliary(syntax, first):
            return found
        first = syntax.heads[first]
    return None


def _own(syntax: Syntax, verb: int) -> Modality | None:
    signed = not _SIGNS.isdisjoint(syntax.sentence(verb).words)
    return (
        of_mood(syntax, verb)
        or _of_conjunction(syntax, verb)
        or _of_modal(syntax, verb)
        or (_of_infinitive(syntax, verb) if is_infinitive(syntax, verb) else None)
        or (signed and (_of_alternative(syntax, verb) or _of_adverb(syntax, verb)))
        or None
    )


def is_infinitive(syntax: Syntax, verb: int) -> bool:
    """As in "to leave"."""
    return syntax.said(verb, _TO, "aux") is not None


def is_yet_to(syntax: Syntax, verb: int) -> bool:
    """As in "has yet to ratify it", "is yet to be named", which denies and obliges to nothing."""
    word = syntax.lower[verb]
    obliges = word == "had" or word in _BE or word in MODALITY["obliging"]
    return obliges and syntax.said(verb, POLARITY["yet"]) is not None


def _of_conjunction(syntax: Syntax, verb: int) -> Modality | None:
    """As in "if it fails"; "asked if it failed" and "decided whether to pay" leave it open."""
    if _is_inverted(syntax, verb):
        return "conditional"
    if _CONJUNCTIONS.isdisjoint(syntax.sentence(verb).words):
        return None
    for child in syntax.children[verb]:
        if syntax.deps[child] not in ("mark", "advmod"):
            continue
        is_open = syntax.lower[child] in MODALITY["open"]
        if is_open or syntax.lower[child] in MODALITY["conditional"]:
            asked = is_open or syntax.deps[verb] in ("ccomp", "pcomp")
            return "possible" if asked else "conditional"
    return None


def _is_inverted(syntax: Syntax, verb: int) -> bool:
    """As in "had the pilot slept, the plane would have crashed", "should it fail": a condition without "if"."""
    head, first = syntax.heads[verb], syntax.lefts[verb]
    if (
        syntax.deps[verb] not in ("advcl", "ccomp")
        or syntax.lower[first] not in _INVERTED
        or syntax.heads[first] != verb
    ):
        return False
    subject = syntax.child(verb, *_SUBJECTS)
    if subject is None or (head < verb and syntax.lower[first] != "should"):
        return False
    return verbal(syntax, head).modal is not None or syntax.lower[first] == "should"


def _of_modal(syntax: Syntax, verb: int) -> Modality | None:
    group = verbal(syntax, verb)
    if group.modal is None:
        return None
    if group.modal in MODALITY["ordered_modals"]:
        return "ordered"
    if group.modal not in MODALITY["hypothetical_modals"] and group.modal not in MODALITY["future_modals"]:
        return "possible"
    clauses = [child for child in syntax.children[verb] if syntax.deps[child] in ("advcl", "ccomp")]
    if any(_of_conjunction(syntax, clause) == "conditional" for clause in clauses):
        return "conditional"
    if group.modal in MODALITY["future_modals"] or (not group.perfect and _is_reported_future(syntax, verb)):
        return "planned"
    return "hypothetical"


def _is_reported_future(syntax: Syntax, verb: int) -> bool:
    """As in "said it would appeal", which was said as "we will appeal"; not within a quotation."""
    head = syntax.heads[verb]
    clause = verb
    if (
        syntax.deps[verb] == "conj" and syntax.child(verb, *_SUBJECTS) is None
    ):  # "said it had stopped and would restart"
        clause, head = head, syntax.heads[head]
    if syntax.deps[clause] != "ccomp" or lexicon.verb_lemma(syntax.lower[head]) not in MODALITY["foretelling"]:
        return False
    cue = verbal(syntax, head)
    if not (cue.tense == "past" or cue.perfect) or lexicon.verb_lemma(syntax.lower[verb]) in MODALITY["wishes"]:
        return False
    before = [child for child in syntax.children[verb] if child < verb]
    return not any(syntax.lower[child] in _QUOTES for child in (*syntax.children[head], *before))


def _of_infinitive(syntax: Syntax, verb: int) -> Modality | None:
    """As in "is to open", "is going to open", "has to open"; and as headlines have it: "Firm to open mine"."""
    head = syntax.heads[verb]
    word, tag = syntax.lower[head], syntax.tags[head]
    if not tag.startswith("VB") or head == verb:
        return "planned" if syntax.sentence(verb).section.kind == "headline" else None
    if syntax.deps[verb] != "xcomp":
        return None
    if word in _BE:
        told = syntax.lower[verb] in MODALITY["blaming"] or is_yet_to(syntax, head)
        return None if told or syntax.child(head, "acomp", "attr", "oprd") is not None else "planned"
    if word == "going" and syntax.child(head, "aux") is not None:
        return "planned"
    return _of_duty(syntax, verb, head) if word in MODALITY["obliging"] else None


def _of_duty(syntax: Syntax, verb: int, head: int) -> Modality | None:
    """As in "has to open"; "has until Friday to open" leaves it open, "has yet to open" denies it."""
    if is_yet_to(syntax, head):
        return None
    if syntax.lefts[verb] > head + 1:
        return "possible"
    return "ordered" if verbal(syntax, head).modal not in ("would", "'d", "’d") else "hypothetical"


def _of_alternative(syntax: Syntax, verb: int) -> Modality | None:
    """As in "instead of paying", "rather than pay": what was not chosen."""
    before = syntax.lefts[verb] - 1
    if before < 1:
        return None
    pair = (syntax.lower[before - 1], syntax.lower[before])
    own = (syntax.lower[before], syntax.lower[before + 1])
    return "hypothetical" if pair in _ALTERNATIVES or own in _ALTERNATIVES else None


def _of_adverb(syntax: Syntax, verb: int) -> Modality | None:
    found = syntax.said(verb, MODALITY["adverbs"], "advmod")
    return None if found is None else "possible"


def _shares_auxiliary(syntax: Syntax, verb: int) -> bool:
    """As in "could call or resign", "will be tried and sentenced": no subject and no auxiliary of its own."""
    head = syntax.heads[verb]
    if syntax.deps[verb] != "conj" or syntax.tags[head] != syntax.tags[verb]:
        return False
    return syntax.child(verb, *_SUBJECTS, "aux", "auxpass", "mark") is None
