"""Words that tell of time, as tables: category -> word -> what it stands for. Rules name the categories in capitals."""

from collections.abc import Mapping

from services.nlp.timex.national_days import INDEPENDENT

MONTH: Mapping[str, object] = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb febr", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAY: Mapping[str, object] = {
    name: number
    for number, names in enumerate(
        (
            "monday mon", "tuesday tue tues", "wednesday wed weds", "thursday thu thur thurs", "friday fri",
            "saturday sat", "sunday sun",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS: Mapping[str, object] = {
    name: number
    for number, name in enumerate(
        ("mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays"), start=1
    )
}
SEASON: Mapping[str, object] = {"spring": 0, "springtime": 0, "summer": 1, "summertime": 1, "autumn": 2, "fall": 2,
                             "winter": 3, "wintertime": 3}  # fmt: skip
MIDSEASON: Mapping[str, object] = {"midspring": 0, "midsummer": 1, "midautumn": 2, "midwinter": 3}
SEASONS: Mapping[str, object] = {"springs": 0, "summers": 1, "autumns": 2, "winters": 3}
UNIT: Mapping[str, object] = {
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "week": "week", "fortnight": "fortnight",
    "month": "month", "quarter": "quarter", "year": "year", "decade": "decade", "century": "century",
    "millennium": "millennium", "weekend": "weekend", "semester": "half_year", "sec": "second", "min": "minute",
    "hr": "hour", "yr": "year",
}  # fmt: skip
UNITS: Mapping[str, object] = {
    "seconds": "second", "minutes": "minute", "hours": "hour", "days": "day", "weeks": "week",
    "fortnights": "fortnight", "months": "month", "quarters": "quarter", "years": "year", "decades": "decade",
    "centuries": "century", "millennia": "millennium", "weekends": "weekend", "secs": "second", "mins": "minute",
    "hrs": "hour", "yrs": "year", "nights": "night",
}  # fmt: skip
UNIT_LONG: Mapping[str, object] = {
    f"{unit}long": unit for unit in ("hour", "day", "week", "month", "year", "decade", "century")
}
"""Written as one word: "a monthlong strike"."""

PART: Mapping[str, object] = {
    "morning": "MO", "forenoon": "MO", "daybreak": "MO", "dawn": "MO", "sunrise": "MO",
    "afternoon": "AF", "evening": "EV", "dusk": "EV", "sunset": "EV", "nightfall": "EV", "night": "NI",
    "overnight": "NI", "daytime": "DT", "lunchtime": "MI", "midday": "MI", "nighttime": "NI",
}  # fmt: skip
"""Parts of the day, as TIMEX3 abbreviates them."""

MIDPART: Mapping[str, object] = {"midmorning": "MO", "midafternoon": "AF", "midevening": "EV"}
"""The middle of one, in one word as American papers write it."""

PARTS: Mapping[str, object] = {"mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI"}

DIGITS: Mapping[str, object] = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split(),
        start=1,
    )
}
TENS: Mapping[str, object] = {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
POWER: Mapping[str, object] = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
ORDINAL: Mapping[str, object] = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {"thirtieth": 30}
DECADE: Mapping[str, object] = {
    word: 10 * number
    for number, word in enumerate(
        "twenties thirties forties fifties sixties seventies eighties nineties noughties".split(), start=2
    )
} | {"aughts": 100}
"""The noughties, ten times ten, are those after the nineties."""

EARLY_LATE: Mapping[str, object] = {"early": "START", "late": "END", "mid": "MID"}
EDGE: Mapping[str, object] = {
    "start": "START", "beginning": "START", "outset": "START", "opening": "START", "turn": "START", "dawning": "START",
    "middle": "MID", "midpoint": "MID", "end": "END", "close": "END",
}  # fmt: skip
ABOUT: Mapping[str, object] = {
    "about": "APPROX", "around": "APPROX", "roughly": "APPROX", "approximately": "APPROX", "some": "APPROX",
    "circa": "APPROX", "ca": "APPROX", "nearly": "LESS_THAN", "almost": "LESS_THAN", "over": "MORE_THAN",
    "barely": "LESS_THAN",
}  # fmt: skip
VAGUE_AMOUNT: Mapping[str, object] = dict.fromkeys(("several", "many", "numerous", "countless", "few"), "X")
AMPM: Mapping[str, object] = {"am": 0, "a.m": 0, "a.m.": 0, "pm": 12, "p.m": 12, "p.m.": 12}
AROUND: Mapping[str, object] = {
    word: ABOUT[word] for word in ("about", "around", "roughly", "approximately", "circa", "ca", "nearly", "almost")
}
"""Those of them that a date may have, too."""

ZONE: Mapping[str, object] = {
    "gmt": "Z", "utc": "Z", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00", "est": "-05:00", "edt": "-04:00",
    "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00",
    "jst": "+09:00", "aest": "+10:00", "ist": "+05:30", "et": "-05:00", "ct": "-06:00", "mt": "-07:00", "pt": "-08:00",
    "aedt": "+11:00", "acst": "+09:30", "awst": "+08:00", "nzst": "+12:00", "nzdt": "+13:00", "kst": "+09:00",
    "hkt": "+08:00", "myt": "+08:00", "pkt": "+05:00", "msk": "+03:00", "eet": "+02:00", "eest": "+03:00",
    "sast": "+02:00", "brt": "-03:00", "akst": "-09:00", "akdt": "-08:00", "hst": "-10:00", "ndt": "-02:30",
    "zulu": "Z", "bdst": "+06:00", "pht": "+08:00", "wib": "+07:00", "npt": "+05:45", "gst": "+04:00",
    "ast": "-04:00", "adt": "-03:00", "nzt": "+12:00", "wat": "+01:00", "acdt": "+10:30",
}  # fmt: skip
TIME_OF: Mapping[str, object] = dict.fromkeys(
    "alaska alaskan amsterdam arizona atlantic australian baghdad bangkok beijing berlin brasilia british brussels "
    "cairo central chicago delhi dublin eastern european frankfurt geneva german greenwich hawaii hawaiian indian "
    "irish israel istanbul italian jakarta japan jerusalem kabul kiev korean kyiv local london manila melbourne "
    "moscow mountain nairobi newfoundland pacific pakistan paris rome seoul shanghai singapore spanish swiss sydney "
    "tehran tokyo toronto uk universal us".split(),
    "time",
)
"""Whose time it is: "8 p.m. Moscow time"."""

FREQUENCY: Mapping[str, object] = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "biweekly": "P2W",
    "monthly": "P1M", "bimonthly": "P2M", "quarterly": "P1Q", "annually": "P1Y", "yearly": "P1Y",
    "biennial": "P2Y", "biennially": "P2Y", "semiannual": "P6M", "semiannually": "P6M", "biannual": "P6M",
    "biannually": "P6M",
}  # fmt: skip

HYPHEN: Mapping[str, object] = dict.fromkeys("-‐‑", "-")
DASH: Mapping[str, object] = dict.fromkeys("-–—‐‑", "-")
LOOKING: Mapping[str, object] = {
    "last": ("this", -1), "past": ("this", -1), "this": ("this", 0), "current": ("this", 0), "next": ("this", 1),
    "coming": ("this", 1), "upcoming": ("this", 1), "previous": ("same", -1), "preceding": ("same", -1),
    "prior": ("same", -1), "same": ("same", 0), "that": ("same", 0), "very": ("same", 0), "following": ("same", 1),
    "ensuing": ("same", 1), "subsequent": ("same", 1), "succeeding": ("same", 1),
}  # fmt: skip
"""What "next week" and its like count from (`this`: the reference time, `same`: the last mention), and how far."""

AFTER: Mapping[str, object] = {"after": 1, "before": -1, "following": 1}
FULL: Mapping[str, object] = dict.fromkeys(
    "trading business working consecutive straight successive full whole long short more additional "
    "further extra solid "
    "calendar school academic fiscal hard bitter brutal crucial critical turbulent difficult "
    "remaining odd further bloody chaotic critical desperate exhausting fateful fierce frantic glorious "
    "dramatic eventful frustrating fruitless heady "
    "gruelling grueling hectic intense miserable painful peaceful tense terrible "
    "terrifying tumultuous uneasy unhappy violent weary earth lunar martian sidereal solar".split(),
    "full",
)
"""Adjectives that stand between a number and its unit without changing the length."""

FELT: Mapping[str, object] = dict.fromkeys(
    "agonising agonizing amazing anxious busy cold dark eventful good great happy harrowing lonely memorable nervous "
    "productive rough short special tough wonderful".split(),
    "felt",
)
"""Adjectives that do so after a number only: "15 great years", not "a great day", which is no length."""

AGO: Mapping[str, object] = {"ago": -1, "back": -1}
LATER: Mapping[str, object] = {
    "later": 1, "hence": 1, "thereafter": 1, "afterward": 1, "afterwards": 1, "earlier": -1,
    "previously": -1, "beforehand": -1,
}  # fmt: skip
OPENING: Mapping[str, object] = {"(": "("}
CLOSING: Mapping[str, object] = {")": ")"}
"""Brackets, which mean something else in a pattern."""

BC: Mapping[str, object] = dict.fromkeys(("bc", "bce", "b.c", "b.c.", "b.c.e", "b.c.e."), "BC")
AD: Mapping[str, object] = dict.fromkeys(("ad", "ce", "a.d", "a.d.", "c.e", "c.e."), "AD")

SHORTHAND: Mapping[str, str] = {
    "qtr": "quarter", "qtrs": "quarters", "mth": "month", "mths": "months", "wk": "week", "wks": "weeks",
}  # fmt: skip
"""What tables and telegrams write for a word that rules spell out."""

LEXICON: Mapping[str, Mapping[str, object]] = {
    "MONTH": MONTH, "WEEKDAY": WEEKDAY, "WEEKDAYS": WEEKDAYS, "SEASON": SEASON, "SEASONS": SEASONS,
    "MIDSEASON": MIDSEASON, "INDEPENDENT": INDEPENDENT, "UNIT": UNIT,
    "UNITS": UNITS, "PART": PART, "PARTS": PARTS, "MIDPART": MIDPART,
    "DIGIT": DIGITS, "TENS": TENS, "POWER": POWER, "ORD": ORDINAL, "DAYORD": ORDINAL,
    "DECADEWORD": DECADE,
    "EARLY_LATE": EARLY_LATE, "EDGE": EDGE, "ABOUT": ABOUT, "AROUND": AROUND, "VAGUE_AMOUNT": VAGUE_AMOUNT, "AMPM":
    AMPM, "ZONE": ZONE, "TIME_OF": TIME_OF,
    "FREQUENCY": FREQUENCY, "HYPHEN": HYPHEN, "DASH": DASH, "BC": BC, "LOOKING": LOOKING, "AGO": AGO, "FULL": FULL,
    "FELT": FELT, "AFTER": AFTER, "LATER": LATER,
    "AD": AD, "UNIT_LONG": UNIT_LONG, "OPENING": OPENING, "CLOSING": CLOSING,
}  # fmt: skip
