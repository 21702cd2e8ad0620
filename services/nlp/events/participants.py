"""Who takes part in an event, and in which role, read off the dependency tree (ClearNLP's labels)."""

from dataclasses import dataclass

from schemas.vocabulary import ParticipantRole
from services.nlp.annotations import Participant, Range
from services.nlp.events import lexicon
from services.nlp.events.names import Names
from services.nlp.events.subjects import is_passive, subject_of
from services.nlp.events.syntax import Syntax
from services.nlp.events.triggers import Trigger

_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "CD", "WP", "WDT", "DT", "JJ", "VBG"})
_OBJECTS = frozenset({"dobj", "oprd", "attr"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_MAX_COORDINATION = 8


@dataclass(frozen=True, slots=True)
class Argument:
    """A head token and its role."""

    head: int
    role: ParticipantRole


def find_participants(
    syntax: Syntax, trigger: Trigger, names: Names, excluded: frozenset[int]
) -> tuple[Participant, ...]:
    """The participants of a trigger in the order of the text.

    `excluded` are tokens that take no part: those of time expressions and of other events.
    """
    arguments = _nominal(syntax, trigger.token, names) if trigger.part == "noun" else _verbal(syntax, trigger, names)
    found: dict[int, Participant] = {}
    for argument in arguments:
        for head in _coordinated(syntax, argument.head, names):
            if (
                head not in found
                and head not in excluded
                and head != trigger.token
                and _can_take_part(syntax, head, names)
            ):
                found[head] = _participant(syntax, head, argument.role, names)
    return tuple(found[head] for head in sorted(found))


def _can_take_part(syntax: Syntax, head: int, names: Names) -> bool:
    """Named things, people and objects can; attributes, ideas, states and bare numbers cannot."""
    tag, word = syntax.tags[head], syntax.lower[head]
    if tag not in _NOMINAL or word in lexicon.table("roles")["idle"]:
        return False
    if names.at(syntax.starts[head], syntax.ends[head]):
        return True
    if tag in ("CD", "DT", "JJ", "VBG"):
        return any(syntax.lower[child] == "of" for child in syntax.children[head])
    if tag not in ("NN", "NNS"):
        return True
    lemma = lexicon.noun_lemma(syntax.lower[head])
    return lemma not in lexicon.abstract_nouns() or lemma in lexicon.table("roles")["things"]


def _verbal(syntax: Syntax, trigger: Trigger, names: Names) -> list[Argument]:
    verb = syntax.heads[trigger.token] if trigger.part == "adjective" else trigger.token
    lists, lemma = lexicon.table("roles"), trigger.lemma
    arguments: list[Argument] = []
    for child in syntax.children[verb]:
        dep = syntax.deps[child]
        if dep in _OBJECTS:
            arguments.append(Argument(child, "recipient" if lemma in lists["addressing"] else "patient"))
        elif dep == "dative":
            arguments.extend(Argument(head, "recipient") for head in _objects_of(syntax, child))
        elif dep == "agent":
            arguments.extend(Argument(head, "agent") for head in _objects_of(syntax, child))
        elif dep == "prep" and syntax.lower[child] == "with" and lemma in lists["supplying"]:
            arguments.extend(Argument(head, "patient") for head in _objects_of(syntax, child))
        elif dep == "prep":
            arguments.extend(_obliques(syntax, child, names))
    passive = is_passive(syntax, verb)
    subject = subject_of(syntax, verb, passive=passive)
    if subject is not None:
        undergoes = passive or _undergoes(syntax, trigger, subject, names)
        arguments.append(Argument(subject, "patient" if undergoes else "agent"))
    return arguments


def _undergoes(syntax: Syntax, trigger: Trigger, subject: int, names: Names) -> bool:
    """Whether the subject of an active verb undergoes the event: "prices fell", "the index lost 3 points"."""
    verb, lists = trigger.token, lexicon.table("roles")
    if trigger.part == "adjective":
        return syntax.child(verb, "xcomp", "ccomp") is None
    if syntax.child(verb, "xcomp") is not None:
        return False
    thing = syntax.child(verb, "dobj")
    if thing is not None and not _is_quantity(syntax, thing):
        return False
    if trigger.lemma in lists["gaining"]:
        return thing is not None
    if trigger.lemma in lists["moving"]:
        return names.label(syntax.starts[subject], syntax.ends[subject]) == "PRODUCT" or syntax.tags[subject] in (
            "NN",
            "NNS",
        )
    return trigger.lemma in lists["unaccusative"]


def _is_quantity(syntax: Syntax, token: int) -> bool:
    """As in "54 points", "$704 million", "2 %"."""
    return (
        syntax.tags[token] in ("CD", "$")
        or syntax.lower[token] in ("%", "percent", "ground")
        or (syntax.child(token, "nummod", "quantmod") is not None)
    )


def _obliques(syntax: Syntax, preposition: int, names: Names) -> list[Argument]:
    """The objects of a preposition that take part: named things, people, places, not manners and reasons."""
    word, lists = syntax.lower[preposition], lexicon.table("roles")
    if word not in lists["taking_part"]:
        return []
    return [
        Argument(head, _role_of(word, names.label(syntax.starts[head], syntax.ends[head])))
        for head in _objects_of(syntax, preposition)
        if syntax.deps[head] == "pobj"
    ]


def _role_of(preposition: str, label: str | None) -> ParticipantRole:
    if label in _PLACES and preposition in lexicon.table("roles")["place"]:
        return "place"
    if preposition == "to":
        return "recipient"
    return "instrument" if preposition in ("with", "via") else "other"


def _objects_of(syntax: Syntax, preposition: int) -> list[int]:
    """The nouns after a preposition; a dative without one is its own noun."""
    found = [child for child in syntax.children[preposition] if syntax.deps[child] in ("pobj", "dobj")]
    return found or ([] if syntax.tags[preposition] in ("IN", "TO") else [preposition])


def _nominal(syntax: Syntax, noun: int, names: Names) -> list[Argument]:
    arguments = []
    owner = syntax.child(noun, "poss")
    for child in syntax.children[noun]:
        dep, word = syntax.deps[child], syntax.lower[child]
        if dep == "poss":
            arguments.append(Argument(child, _role_of_owner(syntax, child, names)))
        elif dep == "prep" and word in ("of", "for"):
            arguments.extend(Argument(head, "patient") for head in _objects_of(syntax, child))
        elif dep == "prep" and word == "by":
            arguments.extend(Argument(head, "agent") for head in _objects_of(syntax, child))
        elif dep == "prep":
            arguments.extend(_obliques(syntax, child, names))
        elif (
            dep in ("amod", "compound", "nmod") and owner is None and names.at(syntax.starts[child], syntax.ends[child])
        ):
            arguments.append(Argument(child, _role_of_owner(syntax, child, names)))
    arguments.extend(_lent(syntax, noun, arguments))
    return arguments


def _role_of_owner(syntax: Syntax, owner: int, names: Names) -> ParticipantRole:
    """People and organisations act; a thing's flight, delay or delivery happens to it."""
    return (
        "patient"
        if names.label(syntax.starts[owner], syntax.ends[owner]) in ("PRODUCT", "WORK_OF_ART", "FAC")
        else "agent"
    )


def _lent(syntax: Syntax, noun: int, arguments: list[Argument]) -> list[Argument]:
    """The subject of a light verb is the noun's agent: "the plane made its first flight"."""
    head = syntax.heads[noun]
    if any(argument.role == "agent" for argument in arguments) or syntax.deps[noun] != "dobj":
        return []
    if lexicon.verb_lemma(syntax.lower[head]) not in lexicon.table("verbs")["light"]:
        return []
    subject = subject_of(syntax, head, passive=False)
    return [] if subject is None else [Argument(subject, "agent")]


def _coordinated(syntax: Syntax, head: int, names: Names) -> list[int]:
    """The head and the named things that are coordinated with it; unnamed ones stay one phrase with their head."""
    found = [head]
    for token in found[:_MAX_COORDINATION]:
        found.extend(
            child
            for child in syntax.children[token]
            if syntax.deps[child] == "conj" and _is_named(syntax, child, names)
        )
    return found[:_MAX_COORDINATION]


def _is_named(syntax: Syntax, token: int, names: Names) -> bool:
    return names.at(syntax.starts[token], syntax.ends[token]) is not None


def _participant(syntax: Syntax, head: int, role: ParticipantRole, names: Names) -> Participant:
    first, last = phrase_of(syntax, head, names)
    start, end = syntax.starts[first], syntax.ends[last]
    entity = names.at(syntax.starts[head], syntax.ends[head])
    return Participant(
        start=start,
        end=end,
        text=syntax.text[start:end],
        role=role,
        head=Range(syntax.starts[head], syntax.ends[head]),
        entity=entity.id if entity else None,
    )


def phrase_of(syntax: Syntax, head: int, names: Names, depth: int = 0) -> tuple[int, int]:
    """The noun phrase of a head without relative clauses and appositions, with unnamed things coordinated with it."""
    first, last = head, head
    for child in syntax.children[head]:
        dep = syntax.deps[child]
        if dep in ("det", "amod", "compound", "nmod", "nummod", "poss", "quantmod", "predet", "case"):
            first, last = min(first, syntax.lefts[child]), max(last, syntax.rights[child])
        elif dep == "prep" and syntax.lower[child] == "of":
            last = max(last, syntax.rights[child])
        elif dep == "conj" and not _is_named(syntax, child, names) and syntax.tags[child] in ("NN", "NNS"):
            last = max(last, phrase_of(syntax, child, names, depth + 1)[1]) if depth < _MAX_COORDINATION else last
    while first < head and syntax.lower[first].isspace():
        first += 1
    return first, last
