"""The timeline: what an article reports, in the order of its dates."""

from datetime import date

from schemas.vocabulary import EventClass, Polarity
from services.nlp.annotations import Event, EventDate, Range, Span
from services.nlp.events.timeline import timeline

DAY, LATER = date(2026, 5, 3), date(2026, 5, 9)


def event(  # noqa: PLR0913  # what a timeline reads of an event
    word: str,
    earliest: date | None = DAY,
    latest: date | None = DAY,
    *,
    class_: EventClass = "occurrence",
    polarity: Polarity = "affirmed",
    group: str | None = None,
) -> Event:
    """An event of which only the date matters."""
    when = EventDate(method="timex", earliest=earliest, latest=latest)
    trigger = Span(0, len(word), word)
    return Event(
        id=word,
        trigger=trigger,
        lemma=word,
        class_=class_,
        sentence=Range(0, len(word)),
        date=when,
        polarity=polarity,
        group=group,
    )


def words(*events: Event) -> list[list[str]]:
    """The words of each entry."""
    return [[mention.trigger.text for mention in entry.mentions] for entry in timeline(events)]


def test_stands_in_the_order_of_dates_not_of_the_text() -> None:
    """An event of an earlier day stands first wherever the text tells it."""
    assert words(event("left", LATER, LATER), event("came")) == [["came"], ["left"]]


def test_events_of_one_day_keep_the_order_of_the_text() -> None:
    """Where the dates say nothing the article's order stays."""
    assert words(event("first"), event("second")) == [["first"], ["second"]]


def test_leaves_out_what_nobody_can_date() -> None:
    """An event without either end has no place on a timeline."""
    assert words(event("unknown", None, None), event("known")) == [["known"]]


def test_leaves_out_what_did_not_happen() -> None:
    """A negated event is no happening of its day."""
    assert words(event("resigned", polarity="negated")) == []


def test_shows_what_happens_not_what_is_said() -> None:
    """Reports, states and perceptions are left to the consumer."""
    assert words(event("said", class_="reporting"), event("war", class_="state"), event("fell")) == [["fell"]]


def test_mentions_of_one_event_are_one_entry_with_the_narrowest_date() -> None:
    """A vague mention takes the date of the exact one."""
    (entry,) = timeline([event("withdrawal", None, LATER, group="g1"), event("withdrew", group="g1")])
    assert [mention.id for mention in entry.mentions] == ["withdrawal", "withdrew"]
    assert (entry.earliest, entry.latest, entry.uncertain) == (DAY, DAY, False)


def test_open_ends_stay_open() -> None:
    """An event known from one side only says so."""
    (entry,) = timeline([event("closed", None, LATER)])
    assert (entry.earliest, entry.latest, entry.uncertain) == (None, LATER, True)
