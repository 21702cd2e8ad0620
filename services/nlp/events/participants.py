"""Who takes part in an event, and in which role, read off the dependency tree (ClearNLP's labels, spaCy's English models)."""

from dataclasses import dataclass

from schemas.vocabulary import ParticipantRole
from services.nlp.annotations import Entity, Participant, Range
from services.nlp.events.syntax import Syntax
from services.nlp.events.triggers import Trigger

_PLACE = frozenset(
    "in at near outside inside across around over throughout within off on beside above below under along".split()
)
_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "DT", "WP", "JJ", "VBG"})
_MAX_COORDINATION = 8


@dataclass(frozen=True, slots=True)
class Argument:
    """A head token and its role."""

    head: int
    role: ParticipantRole


class Names:
    """Which entity names a stretch of text; one dictionary lookup a token."""

    def __init__(self, entities: tuple[Entity, ...]) -> None:
        self._at = {}
        for entity in entities:
            for mention in entity.mentions:
                for place in range(mention.start, min(mention.end, mention.start + 200)):
                    self._at[place] = entity

    def at(self, start: int, end: int) -> Entity | None:
        """The entity of the mention that covers the last letter of a token."""
        return self._at.get(end - 1) or self._at.get(start)


def find_participants(syntax: Syntax, trigger: Trigger, names: Names, timed: frozenset[int]) -> tuple[Participant, ...]:
    """The participants of a trigger in the order of the text. `timed` are the tokens of time expressions."""
    arguments = _verbal(syntax, trigger.token) if trigger.part != "noun" else _nominal(syntax, trigger.token, names)
    found: dict[int, Participant] = {}
    for argument in arguments:
        for head in _coordinated(syntax, argument.head):
            if head not in found and head not in timed and syntax.tags[head] in _NOMINAL and head != trigger.token:
                found[head] = _participant(syntax, head, argument.role, names)
    return tuple(found[head] for head in sorted(found))


def _verbal(syntax: Syntax, verb: int) -> list[Argument]:
    arguments = []
    passive = syntax.child(verb, "auxpass") is not None or (syntax.deps[verb] == "acl" and syntax.tags[verb] == "VBN")
    for child in syntax.children[verb]:
        dep = syntax.deps[child]
        if dep == "nsubj":
            arguments.append(Argument(_antecedent(syntax, child, verb), "agent"))
        elif dep == "nsubjpass":
            arguments.append(Argument(_antecedent(syntax, child, verb), "patient"))
        elif dep in ("dobj", "attr", "oprd"):
            arguments.append(Argument(_antecedent(syntax, child, verb), "patient"))
        elif dep == "dative":
            arguments.extend(Argument(head, "recipient") for head in _object_of(syntax, child))
        elif dep == "agent":
            arguments.extend(Argument(head, "agent") for head in _object_of(syntax, child))
        elif dep == "prep":
            role: ParticipantRole = _role_of(syntax.lower[child])
            arguments.extend(Argument(head, role) for head in _object_of(syntax, child) if syntax.deps[head] == "pobj")
    if not any(argument.role == ("patient" if passive else "agent") for argument in arguments):
        subject = _controller(syntax, verb)
        if subject is not None:
            arguments.append(Argument(subject, "patient" if passive else "agent"))
    return arguments


def _role_of(preposition: str) -> ParticipantRole:
    if preposition in _PLACE:
        return "place"
    return "recipient" if preposition == "to" else "instrument" if preposition == "with" else "other"


def _object_of(syntax: Syntax, preposition: int) -> list[int]:
    if not syntax.children[preposition]:
        return [preposition]
    return [child for child in syntax.children[preposition] if syntax.deps[child] in ("pobj", "dobj")] or (
        [] if syntax.tags[preposition] in ("IN", "TO") else [preposition]
    )


def _antecedent(syntax: Syntax, token: int, verb: int) -> int:
    """What a relative pronoun stands for: the noun that the relative clause modifies."""
    if syntax.tags[token] in ("WDT", "WP") and syntax.deps[verb] == "relcl":
        return syntax.heads[verb]
    return token


def _controller(syntax: Syntax, verb: int) -> int | None:
    """The subject that a verb shares with what governs it: coordination, control, raising, participles."""
    token = verb
    for head in syntax.ancestors(verb):
        dep = syntax.deps[token]
        if dep in ("acl", "relcl"):
            return head if dep == "acl" and syntax.tags[token] in ("VBN", "VBG") else None
        if dep not in ("conj", "xcomp", "advcl", "pcomp", "prep"):
            return None
        if dep == "xcomp" and (found := syntax.child(head, "dobj")) is not None:
            return found
        if (found := syntax.child(head, "nsubj", "nsubjpass")) is not None:
            return _antecedent(syntax, found, head)
        token = head
    return None


def _nominal(syntax: Syntax, noun: int, names: Names) -> list[Argument]:
    arguments = []
    owner = syntax.child(noun, "poss")
    for child in syntax.children[noun]:
        dep, word = syntax.deps[child], syntax.lower[child]
        if dep == "poss":
            arguments.append(Argument(child, "agent"))
        elif dep == "prep" and word == "of":
            arguments.extend(Argument(head, "patient") for head in _object_of(syntax, child))
        elif dep == "prep":
            role = "agent" if word == "by" else _role_of(word)
            arguments.extend(Argument(head, role) for head in _object_of(syntax, child))
        elif (
            dep in ("amod", "compound", "nmod") and owner is None and names.at(syntax.starts[child], syntax.ends[child])
        ):
            arguments.append(Argument(child, "agent"))
    return arguments


def _coordinated(syntax: Syntax, head: int) -> list[int]:
    found = [head]
    for token in found[:_MAX_COORDINATION]:
        found.extend(child for child in syntax.children[token] if syntax.deps[child] == "conj")
    return found[:_MAX_COORDINATION]


def _participant(syntax: Syntax, head: int, role: ParticipantRole, names: Names) -> Participant:
    first, last = _phrase(syntax, head)
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


def _phrase(syntax: Syntax, head: int) -> tuple[int, int]:
    """The noun phrase of a head, without relative clauses, appositions and what is coordinated with it."""
    first, last = head, head
    for child in syntax.children[head]:
        dep = syntax.deps[child]
        if dep in ("det", "amod", "compound", "nmod", "nummod", "poss", "quantmod", "predet", "case"):
            first, last = min(first, syntax.lefts[child]), max(last, syntax.rights[child])
        elif dep == "prep" and syntax.lower[child] == "of":
            last = max(last, syntax.rights[child])
    return first, last
