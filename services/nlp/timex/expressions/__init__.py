"""Values that wait for a context: what a rule makes of an expression in the first pass, read in the second."""

from services.nlp.timex.expressions.counted_dates import (
    Containing,
    DayBeforeChrist,
    EarlyYear,
    Nth,
    QuarterEnded,
    Reported,
    ShortYear,
    WeekdayIn,
    YearBefore,
)
from services.nlp.timex.expressions.lengths import Compound, FromNow, Length, Rate, Recurring
from services.nlp.timex.expressions.reading import Calendrical, Direction, Expression, Found, Reading
from services.nlp.timex.expressions.relative_dates import SameDay, Shifted, TheNext, TheWeekend, Today, Weekday
from services.nlp.timex.expressions.times import At, BarePart, HoursAway, Modified, SomeAway, Vague
from services.nlp.timex.expressions.yearly import DayOfYear, Fixed, InYear, MovableDay, PartOfYear, Yearly, YearlyPart

__all__ = [
    "At",
    "BarePart",
    "Calendrical",
    "Compound",
    "Containing",
    "DayBeforeChrist",
    "DayOfYear",
    "Direction",
    "EarlyYear",
    "Expression",
    "Fixed",
    "Found",
    "FromNow",
    "HoursAway",
    "InYear",
    "Length",
    "Modified",
    "MovableDay",
    "Nth",
    "PartOfYear",
    "QuarterEnded",
    "Rate",
    "Reading",
    "Recurring",
    "Reported",
    "SameDay",
    "Shifted",
    "ShortYear",
    "SomeAway",
    "TheNext",
    "TheWeekend",
    "Today",
    "Vague",
    "Weekday",
    "WeekdayIn",
    "YearBefore",
    "Yearly",
    "YearlyPart",
]
