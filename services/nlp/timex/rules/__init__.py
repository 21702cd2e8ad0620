"""The rule base, one family a file, in the order in which its stages run."""

from services.nlp.timex.rule import Family
from services.nlp.timex.rules.calendar_dates import calendar_dates
from services.nlp.timex.rules.compound_lengths import compound_lengths
from services.nlp.timex.rules.counted_inside import counted_inside
from services.nlp.timex.rules.crop_years import crop_years
from services.nlp.timex.rules.dates_in_words import dates_in_words
from services.nlp.timex.rules.day_parts import day_parts
from services.nlp.timex.rules.day_times import day_times
from services.nlp.timex.rules.days_away import days_away
from services.nlp.timex.rules.decades import decades
from services.nlp.timex.rules.distances import distances
from services.nlp.timex.rules.distances_from_that import distances_from_that
from services.nlp.timex.rules.durations import durations
from services.nlp.timex.rules.early_parts import early_parts
from services.nlp.timex.rules.ended_units import ended_units
from services.nlp.timex.rules.eras import eras
from services.nlp.timex.rules.holidays import holidays
from services.nlp.timex.rules.hyphenated_lengths import hyphenated_lengths
from services.nlp.timex.rules.modifiers import modifiers
from services.nlp.timex.rules.nights import nights
from services.nlp.timex.rules.no_times import no_times
from services.nlp.timex.rules.numbered_weeks import numbered_weeks
from services.nlp.timex.rules.numbers import numbers
from services.nlp.timex.rules.other_days import other_days
from services.nlp.timex.rules.parts_of_dates import parts_of_dates
from services.nlp.timex.rules.ranges import ranges
from services.nlp.timex.rules.ranges_of_days import ranges_of_days
from services.nlp.timex.rules.recurring_times import recurring_times
from services.nlp.timex.rules.relative import relative
from services.nlp.timex.rules.results import results
from services.nlp.timex.rules.seasons import seasons
from services.nlp.timex.rules.sets import sets
from services.nlp.timex.rules.sets_inside import sets_inside
from services.nlp.timex.rules.spoken_times import spoken_times
from services.nlp.timex.rules.stretches import stretches
from services.nlp.timex.rules.units_of_something import units_of_something
from services.nlp.timex.rules.vague import vague

STAGES: tuple[tuple[Family, ...], ...] = (
    (dates_in_words, numbers),
    (
        vague,
        ranges_of_days,
        ranges,
        calendar_dates,
        eras,
        holidays,
        relative,
        no_times,
        distances,
        distances_from_that,
        days_away,
        numbered_weeks,
        results,
        seasons,
        crop_years,
        decades,
        spoken_times,
        day_times,
        durations,
        hyphenated_lengths,
        stretches,
        compound_lengths,
        sets,
        sets_inside,
    ),
    (
        nights,
        day_parts,
        early_parts,
        units_of_something,
        other_days,
        recurring_times,
        parts_of_dates,
        counted_inside,
        ended_units,
    ),
    (modifiers,),
)

__all__ = ["STAGES"]
