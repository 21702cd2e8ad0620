"""When each event happened, and how that is known."""

from services.nlp.events.dating.dater import date_events

__all__ = ["date_events"]
