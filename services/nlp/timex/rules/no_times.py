"""What looks like a time and is none: names of days, figures of speech, units of other things."""

from services.nlp.timex.rule import Family

no_times = Family("no times")

SPEED = "(mile|miles|kilometer|kilometers|kilometre|kilometres|km|knot|knots|foot|feet|meter|meters|metre|metres)"

NO_TIMES: tuple[tuple[str, ...], ...] = (
    ("days of others", "(('s|its|their|his|her|our) ORD? independence day|(holocaust|genocide) (remembrance|memorial) day)", "its 79th Independence Day", "Holocaust Remembrance Day"),
    ("days with a name", "(black|bloody|super|manic|giving|bowl|rogation) WEEKDAY", "Bloody Sunday"),
    ("what is named after a time", "the? (LOOKING? SEASON HYPHEN? (olympics|olympic|olympian|paralympics|paralympic|games|palace)|(prague|arab|croatian|indian) SEASON)", "Winter Olympics", "Prague Spring"),
    ("quarters of other things", "(the|a)? LOOKING? quarter HYPHEN? (final|finals|finalist|finalists|back|mile|miles|horse|pounder|note|inch|point|points)", "quarter-final"),
    ("some quarters", "(in|from|by|among) < (some|SOME|many|most|certain|other|several|all) quarters > !of !since", "in some quarters"),
    ("units that measure something else", f"((light HYPHEN?|(man|person) HYPHEN) (UNIT|UNITS)|{SPEED} HYPHEN? (an|per) HYPHEN? hour)", "light-years", "miles an hour"),
    ("figures of speech", "(call it a day|the? eleventh hour !of|morning HYPHEN after|minutes of the meeting|every? now and (then|again)|high noon|morning , noon and night|(day and|or) night|night (and|or) day|as SOME UNITS)", "call it a day", "every now and then"),
    ("how long a page takes to read", "a? NUM HYPHEN? (UNIT|UNITS) read !the !a !an !about !through", "5 min read", "2-minute read"),
    ("this day in another year", "on < this day > in YEAR", "on this day in 1913"),
    ("like a season or a day", "(SEASON|WEEKDAY|christmas) HYPHEN like", "summer-like"),
    ("wait", "(wait|hold on) a (minute|second) !or !and", "wait a minute"),
    ("beside the hour", "NUM (minute|minutes)? (past|after|before) (the top of)? the hour", "four minutes past the hour"),
)  # fmt: skip
"""What it is, its pattern, and examples."""

for name, pattern, *examples in NO_TIMES:

    @no_times.rule(f"no time: {name}", pattern, *examples, gives="")
    def a_no_time() -> dict[str, object]:
        return {}


A_MILLION = 1e6
"""A number from here on is no year."""


@no_times.rule(
    "no time: three quarters of", "(NUM|a) HYPHEN? (quarters|quarter) of (the|a|an|all|its|their|his|her|our|many=NUM)",
    "three quarters of the", "three quarters of a million", gives="",
)  # fmt: skip
def three_quarters(many: float | None) -> dict[str, object] | None:
    return {} if many is None or many >= A_MILLION else None


@no_times.rule(
    "no time: one unit after another",
    "(a|an|the)? one=UNIT HYPHEN? (on|over|to|by|after|in) HYPHEN? two=UNIT",
    "week-on-week",
    "day after day",
    gives="",
)
def unit_after_unit(one: str, two: str) -> dict[str, object] | None:
    return {} if one == two else None


@no_times.rule("no time: how many years old", "(a|an|the)? UNIT HYPHEN old", "a year-old", gives="")
def years_old(unit: str) -> dict[str, object] | None:
    return {} if unit == "year" else None
