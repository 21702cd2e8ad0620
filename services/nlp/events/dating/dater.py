"""Dates the events of a document: first what a time expression governs, then the rest by weaker evidence."""

from collections.abc import Callable, Mapping, Sequence

from services.nlp.annotations import EventDate, ReferenceTime, Timex
from services.nlp.events.dating.arguments import from_below, from_phase, from_subject
from services.nlp.events.dating.bounds import from_bound, from_future_bound, from_since_then
from services.nlp.events.dating.causes import from_effect
from services.nlp.events.dating.coreference import from_coreference
from services.nlp.events.dating.entries import from_entry
from services.nlp.events.dating.explicit import date_by_times, from_distance
from services.nlp.events.dating.headline import from_body, in_headline, read_body
from services.nlp.events.dating.joined import from_joined
from services.nlp.events.dating.lead import from_lead
from services.nlp.events.dating.narrative import from_running_date
from services.nlp.events.dating.positions import from_position
from services.nlp.events.dating.present import from_plan, from_tense
from services.nlp.events.dating.reports import from_report
from services.nlp.events.dating.scheduled import from_schedule
from services.nlp.events.dating.sharing import from_above
from services.nlp.events.dating.state import Dating, Status
from services.nlp.events.dating.story import advance
from services.nlp.events.dating.witnesses import from_witness
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import DATING
from services.nlp.events.tense import verbal
from services.nlp.events.triggers import Part, Trigger

NOBODY_KNOWS = EventDate(method="none")
STEPS = (
    from_distance,
    from_phase,
    from_entry,
    from_future_bound,
    from_since_then,
    from_tense,
    from_plan,
    from_below,
    from_subject,
    from_schedule,
    from_joined,
    from_coreference,
    from_effect,
    from_above,
    from_report,
    from_lead,
    from_running_date,
    from_witness,
    from_position,
    from_bound,
)
"""Where a date may come from when no time expression governs the event, the surest first."""
OF_VERBS_ALONE = frozenset(
    {
        from_entry, from_phase, from_future_bound, from_since_then, from_tense, from_plan, from_subject, from_report,
        from_lead, from_running_date, from_position, from_bound,
    }
)  # fmt: skip
Step = Callable[[Dating, int], EventDate | None]
NEEDS: Mapping[Step, Callable[[Dating], bool]] = {
    from_distance: lambda dating: bool(dating.distances),
    from_entry: lambda dating: bool(dating.entries),
    from_since_then: lambda dating: "since" in dating.syntax.words,
    from_plan: lambda dating: "would" in dating.syntax.words,
    from_phase: lambda dating: _tells_any(dating, DATING["beginning"]),
    from_schedule: lambda dating: _tells_any(dating, DATING["scheduling"]),
}
"""What a step does nothing without: a document that has none of it is spared the step."""


def date_events(
    syntax: Syntax, triggers: list[Trigger], timexes: tuple[Timex, ...], reference: ReferenceTime, status: Status
) -> Dating:
    """A date for every trigger by its token, in `dates`. The headline comes last: it has the dates of the body."""
    at = {trigger.token: trigger for trigger in triggers}
    groups = {token: verbal(syntax, _predicate(syntax, token)) for token in at}
    dating = Dating(syntax, at, status, groups, reference)
    date_by_times(dating, timexes)
    steps = _steps(dating)
    headline, body = _by_sentence(dating)
    for tokens in body:
        _date_sentence(dating, tokens, steps)
        advance(dating, tokens)
    told = read_body(dating, body)
    for tokens in headline:
        reported = {token: date for token in tokens if (date := from_body(dating, told, token))}
        for token, date in reported.items():
            dating.explicit.setdefault(token, date)
        _date_sentence(dating, tokens, steps)
    return dating


def _steps(dating: Dating) -> Mapping[Part, Sequence[Step]]:
    """The steps of a document, by what names the event."""
    steps = [step for step in STEPS if step not in NEEDS or NEEDS[step](dating)]
    of_nouns = [step for step in steps if step not in OF_VERBS_ALONE]
    of_verbs = [step for step in steps if step is not from_coreference or dating.pictured]
    return {"noun": of_nouns, "verb": of_verbs, "adjective": of_verbs}


def _tells_any(dating: Dating, lemmas: frozenset[str]) -> bool:
    """Whether any event is told by one of some words."""
    return any(trigger.lemma in lemmas for trigger in dating.triggers.values())


def _date_sentence(dating: Dating, tokens: list[int], steps: Mapping[Part, Sequence[Step]]) -> None:
    """Date the events of one sentence, those that stand higher in its tree first."""
    for token in sorted(tokens, key=dating.syntax.depth):
        dating.dates[token] = dating.explicit.get(token) or _inferred(dating, token, steps[dating.triggers[token].part])


def _by_sentence(dating: Dating) -> tuple[list[list[int]], list[list[int]]]:
    """The triggers of each sentence, in the order of the text: the headline's and the body's."""
    headline: dict[int, list[int]] = {}
    body: dict[int, list[int]] = {}
    for token in dating.triggers:
        where = headline if in_headline(dating, token) else body
        where.setdefault(dating.syntax.sentence_of[token], []).append(token)
    return list(headline.values()), list(body.values())


def _predicate(syntax: Syntax, token: int) -> int:
    """The verb that carries the tense: a predicative adjective's is its copula."""
    return syntax.heads[token] if syntax.tags[token].startswith("JJ") else token


def _inferred(dating: Dating, token: int, steps: Sequence[Step]) -> EventDate:
    for step in steps:
        date = step(dating, token)
        if date and _possible(dating, token, date):
            return date
    return dating.vague.get(token, NOBODY_KNOWS)


def _possible(dating: Dating, token: int, date: EventDate) -> bool:
    """What happened lies before the reference time: "has decided to admit them in March" is not of March."""
    reference = dating.reference.value
    return not (reference and date.earliest and date.earliest > reference and dating.finite_past(token))
