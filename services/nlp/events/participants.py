"""Who takes part in an event, and in which role, read off the dependency tree (ClearNLP's labels)."""

from schemas.vocabulary import ParticipantRole
from services.nlp.annotations import Participant, Range
from services.nlp.events.appositions import entity_of
from services.nlp.events.fitness import can_take_part
from services.nlp.events.names import Names
from services.nlp.events.noun_arguments import noun_arguments
from services.nlp.events.phrases import phrase_of
from services.nlp.events.syntax import Syntax
from services.nlp.events.triggers import Trigger
from services.nlp.events.verb_arguments import verb_arguments

_MAX_COORDINATION = 8


def find_participants(
    syntax: Syntax, trigger: Trigger, names: Names, excluded: frozenset[int]
) -> tuple[Participant, ...]:
    """The participants of a trigger in the order of the text.

    `excluded` are tokens that take no part: those of time expressions and of other events.
    """
    token = trigger.token
    arguments = (
        noun_arguments(syntax, token, trigger.lemma, names)
        if trigger.part == "noun"
        else verb_arguments(syntax, trigger, names)
    )
    found: dict[int, Participant] = {}
    for argument in arguments:
        for head in _coordinated(syntax, argument.head, names):
            if head not in found and head != token and can_take_part(syntax, head, names, excluded):
                found[head] = _participant(syntax, head, argument.role, names)
    return tuple([found[head] for head in sorted(found)])


def _coordinated(syntax: Syntax, head: int, names: Names) -> list[int]:
    """The head and the named things that are coordinated with it; unnamed ones stay one phrase with their head."""
    found, token = [head], head
    while len(found) < _MAX_COORDINATION and (following := syntax.child(token, "conj")) is not None:
        mention = names.mention(following)
        if mention is not None:
            # "Castell & Sons" is one name, however the parser reads it
            if mention != names.mention(token):
                found.append(following)
        elif token not in names:
            break
        token = following
    return found


def _participant(syntax: Syntax, head: int, role: ParticipantRole, names: Names) -> Participant:
    first, last = phrase_of(syntax, head, names)
    start, end = syntax.starts[first], syntax.ends[last]
    entity = entity_of(syntax, head, names)
    return Participant(
        start=start,
        end=end,
        text=syntax.text[start:end],
        role=role,
        head=Range(syntax.starts[head], syntax.ends[head]),
        entity=entity.id if entity else None,
    )
