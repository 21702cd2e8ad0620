"""What the second pass knows at each expression: reference time, last mentions, tense, kind of document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from services.nlp.timex.around import Around
from services.nlp.timex.chapters import Chapter
from services.nlp.timex.periods import COARSENESS, DAYS_OF_A_WEEK, Period

WINDOW = 40
"""Mentions to look back over at most."""

QUARTERS = 4


@dataclass(slots=True)
class Context:
    """Moves through one document. `reference` is a day or None; `narrative` says that dates run on from one another.

    `of_today`: it names its own day, as news does that tells a life; then a history's "on Friday" is told from now.
    `of_unknown_day`: it has such a day, but nobody knows which; then "last week" is of no known week.
    `ahead` is the last date to come that the sentence has named.
    `week` is one that the sentence has named, `led_by` the year, or a date of it long ago, that leads it.
    `entry` is the day before what is told of it in this line: "Friday: At noon the dam broke".
    `evening` is the day of the last time that the sentence has told, if it was late in it.
    `that_winter` is one that was told as "that winter", into the next year.
    `around` is what the words around the expression say that is read now.
    `reported_week` is that of which a report tells ("the week ended Feb. 21"), `arounds` what the words around each
    mention say of it, None for one that was told back from another.
    `mentions` holds every date that was named, `story` those to which a history moved on, `chapter` is the one that it
    is in, `upcoming` the next year that is named, `paragraph` the number of the first of `story` in this one.
    """

    reference: Period | None
    narrative: bool
    around: Around = field(init=False)
    of_today: bool = False
    of_unknown_day: bool = False
    chapter: Chapter | None = None
    upcoming: int | None = None
    mentions: list[tuple[Period, str]] = field(default_factory=list)
    story: list[tuple[Period, str]] = field(default_factory=list)
    paragraph: int = 0
    week: Period | None = None
    ahead: Period | None = None
    led_by: tuple[Period, str] | None = None
    entry: tuple[Period, str] | None = None
    evening: Period | None = None
    that_winter: Period | None = None
    quarter: tuple[Period, str] | None = None
    reports_quarter: bool = False
    reported_week: tuple[Period, str] | None = None
    arounds: list[Around | None] = field(default_factory=list)

    def mention(
        self, period: Period, timex_id: str, *, reports: bool = False, aside: bool = False, told_back: bool = False
    ) -> None:
        """Remember a date as the last one mentioned.

        `reports`: it is the quarter whose results are told; `aside`: a history does not move on to it; `told_back`: it
        was told as the one before another.
        """
        if COARSENESS[period.unit] <= COARSENESS["year"]:
            self.mentions.append((period, timex_id))
            self.arounds.append(None if told_back else self.around)
            if not aside:
                self.story.append((period, timex_id))
        if not reports or self._is_year_before(period):
            return
        self.reports_quarter = True
        if self._is_over(period):
            self.quarter = (period, timex_id)

    def _is_year_before(self, quarter: Period) -> bool:
        """Whether a quarter is the one to which that of the report is compared."""
        return self.quarter is not None and quarter.index == self.quarter[0].index - QUARTERS

    def _is_over(self, quarter: Period) -> bool:
        """Whether results of a quarter can be told: it lies back, or a verb says so of the running one."""
        now = self.reference.to("quarter") if self.reference else None
        return (
            now is None or quarter.index < now.index or (quarter.index == now.index and self.around.tense() == "past")
        )

    @property
    def year_has_turned(self) -> bool:
        """Whether it is January: who then tells how the year went means the one before."""
        now = self.reference.first if self.reference else None
        return now is not None and now.month == 1 and not self.narrative

    @property
    def reports_last_year(self) -> bool:
        """Whether the quarter whose results are told is the last of the year before."""
        if self.quarter is None or self.reference is None:
            return False
        quarter, now = self.quarter[0], self.reference.to("quarter")
        return now is not None and quarter.index == now.index - now.index % 4 - 1

    @property
    def latest(self) -> Period | None:
        """The last date mentioned, None before the first."""
        return self.mentions[-1][0] if self.mentions else None

    @property
    def reached(self) -> Period | None:
        """The date that the story has reached, None before the first."""
        return self.story[-1][0] if self.story else None

    @property
    def has_told_here(self) -> bool:
        """Whether the paragraph has named a date of the story."""
        return len(self.story) > self.paragraph

    def told_here(self) -> Iterator[tuple[Period, str]]:
        """The last dates of the story that the paragraph has named, the latest first."""
        return reversed(self.story[max(self.paragraph, len(self.story) - WINDOW) :])

    def last(
        self, unit: str | None = None, mentions: Sequence[tuple[Period, str]] | None = None
    ) -> tuple[Period | None, str | None]:
        """The last mention that is at least as fine as a unit, else the reference time.

        To a history that has begun the reference time means nothing.
        """
        for period, timex_id in reversed((self.mentions if mentions is None else mentions)[-WINDOW:]):
            if unit is None or COARSENESS[period.unit] <= COARSENESS[unit]:
                return period, timex_id
        if self.narrative and self.mentions:
            return None, None
        return self.reference, "reference_time" if self.reference else None

    def base_for(self, direction: str | None, unit: str | None = None) -> tuple[Period | None, str | None]:
        """What a direction counts from."""
        if direction in {"same", "previous", "following"}:
            base, anchor = self.last(unit)
            return (None, None) if base and base.unit == "day" == unit and self.is_to_come(base) else (base, anchor)
        if self.of_unknown_day and (direction is not None or not self.has_told_here):
            return None, None
        told_from_now = self.of_today and direction is not None
        if self.reference is None or (self.narrative and not told_from_now):
            return self.last(unit, self.story)
        return self.reference, "reference_time"

    def year_alone(self, unit: str, amount: int) -> tuple[Period, str] | None:
        """The year in which a story is, where a day or a week is told from a date that names neither.

        News touches on an old year and tells on: what came earlier is told from the news again, but for a week before
        what a month is named for.
        """
        if not self.narrative:
            is_of_month = self.latest is not None and self.latest.unit == "month"
            looks_on = amount > 0 or (unit == "week" and (amount == 0 or is_of_month))
            return self._far_year_alone(unit) if looks_on else None
        if unit not in {"day", "week"} or not self.story:
            return None
        reached, timex_id = self.story[-1]
        fine, _ = self.last(unit)
        is_of_it = fine is not None and fine.to(reached.unit) == reached
        if COARSENESS[reached.unit] <= COARSENESS[unit] or is_of_it or reached.year < 1:
            return None
        return Period("year", reached.year), timex_id

    def _far_year_alone(self, unit: str) -> tuple[Period, str] | None:
        """The year of a month or a longer time that news has just named, from which what is finer is told."""
        if self.reference is None or not self.mentions or unit not in {"day", "week", "month"}:
            return None
        latest, timex_id = self.mentions[-1]
        first, now = latest.first, self.reference.to(latest.unit)
        is_over = now is not None and latest.index < now.index and COARSENESS[latest.unit] > COARSENESS[unit]
        is_long = COARSENESS[latest.unit] >= COARSENESS["month"]
        return (Period("year", latest.year), timex_id) if is_over and is_long and first else None

    def years_told(self) -> Iterator[int]:
        """The years of now and of the last mentions, the latest first."""
        if self.reference is not None:
            yield self.reference.year
        yield from dict.fromkeys(period.year for period, _ in reversed(self.mentions[-WINDOW:]))

    def has_ended(self, period: Period) -> bool:
        """Whether a period ends before now."""
        last, now = period.last, self.reference.first if self.reference else None
        return last is not None and now is not None and last < now

    def goes_on(self) -> bool:
        """Whether a date goes on from one to come that the sentence has named, unless a verb of its own tells else."""
        return self.ahead is not None and not self.narrative and self.around.tense() in {None, "present"}

    def today(self) -> tuple[Period | None, str | None]:
        """The day of who says "today": in a history that of a speaker, who speaks on a day that his paragraph names."""
        if not (self.days_run_on and self.mentions):
            return self.base_for("this", "day")
        for period, timex_id in self.told_here():
            if period.unit == "day":
                return period, timex_id
        return None, None

    @property
    def days_run_on(self) -> bool:
        """Whether a weekday follows the story's last day rather than the reference time."""
        return self.narrative and not self.of_today

    @property
    def years_run_on(self) -> bool:
        """Whether a month without its year lies in the year that the story has reached."""
        return self.narrative and not (self.of_today and self.around.tense() == "future")

    def weekday_ahead(self, number: int, now: Period) -> Period | None:
        """A weekday of the coming week, or after the coming day, that the sentence has named, None without such."""
        monday = self.week_ahead(now)
        if monday is not None:
            return monday.shift(number - 1)
        day = self.ahead
        if day is None or day.unit != "day" or not self.goes_on():
            return None
        return day.shift((number - 1 - (day.index - 1)) % DAYS_OF_A_WEEK)

    def week_ahead(self, now: Period) -> Period | None:
        """The Monday of the running or a coming week that the sentence has named, unless its verb is in the past."""
        monday = self.week.to("day") if self.week else None
        if monday is None or self.narrative or monday.index + DAYS_OF_A_WEEK <= now.index:
            return None
        return None if self.around.tense() == "past" else monday

    def is_beyond_now(self, period: Period) -> bool:
        """Whether news would tell of a time to come with a verb in the past, or of a month without one in the future.

        It is told from something else then, not from the last mention, as "twenty years later" at the head of a page.
        """
        if self.narrative or self.reference is None:
            return False
        first, now = period.first, self.reference.last
        if first is None or now is None or first <= now:
            return False
        is_long = COARSENESS[period.unit] >= COARSENESS["month"]
        tense = self.around.tense()
        return tense not in {"future", "open"} if is_long else tense == "past"

    def is_to_come(self, day: Period) -> bool:
        """Whether a day lies ahead of a verb that tells what was or is: "shut until Friday. Buses ran at noon"."""
        return (
            self.reference is not None
            and day.index > self.reference.index
            and (self.around.tense() in {"past", "present"} or self.around.opens_line())
        )
