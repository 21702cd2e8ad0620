"""Days, years and decades in words: "payable April nine", "nineteen ninety-eight", "in two thousand and nine"."""

from services.nlp.timex.rule import Family
from services.nlp.timex.rules.numbers import Meaning
from services.nlp.timex.scanner import FIRST_YEAR, LAST_YEAR

dates_in_words = Family("dates in words")

DAY_FOLLOWS = "(on|payable|pay|paid|record|effective|ended|ending|dated)"
"""Behind one of these a month has its day: "payable April nine", not "in April nine men …"."""

DAY_ENDS = "(.|,|;|at|to|through|CLOSING)"

for name, pattern, example in (
    ("day in words", f"{DAY_FOLLOWS} MONTH < DIGIT > !HYPHEN !hundred !thousand !million", "payable April nine"),
    ("day in words at an end", f"MONTH < DIGIT > {DAY_ENDS}", "until March two."),
):

    @dates_in_words.rule(name, pattern, example, gives="DAYNUM NUM")
    def day_in_words(digit: int) -> Meaning:
        return {"DAYNUM": digit, "NUM": digit}


@dates_in_words.rule(
    "the day in words",
    "MONTH < the ORD > (.|,|;|and|attack|attacks|CLOSING)",
    "September the eleventh,",
    gives="DAYNUM NUM",
)
def the_day_in_words(ord: int) -> Meaning:
    return {"DAYNUM": ord, "NUM": ord}


@dates_in_words.rule(
    "year in words", "(teens=DIGIT|twenties=TENS) HYPHEN? (tens=TENS (HYPHEN? digit=DIGIT)?|teen=DIGIT)",
    "nineteen ninety-eight", "twenty twelve", gives="YEAR NUM",
)  # fmt: skip
def year_in_words(
    teens: int | None, twenties: int | None, tens: int | None, digit: int | None, teen: int | None
) -> Meaning | None:
    century, rest = teens or twenties or 0, (tens or 0) + (digit or teen or 0)
    value = 100 * century + rest
    return {"YEAR": value, "NUM": value} if FIRST_YEAR <= value <= LAST_YEAR and rest >= 10 else None  # noqa: PLR2004


@dates_in_words.rule(
    "year of a century's first decade, in words", "teens=DIGIT HYPHEN? oh HYPHEN? DIGIT", "nineteen oh five",
    gives="YEAR NUM",
)  # fmt: skip
def oh_five(teens: int, digit: int) -> Meaning | None:
    value = 100 * teens + digit
    return {"YEAR": value, "NUM": value} if value >= FIRST_YEAR and digit < 10 else None  # noqa: PLR2004  # a digit


@dates_in_words.rule(
    "short year in words", "(in|of|since|until|from) < ' tens=TENS HYPHEN? DIGIT? >", "the summer of 'ninety-eight",
    gives="SHORT",
)  # fmt: skip
def short_year_in_words(tens: int, digit: int | None) -> Meaning | None:
    return {"SHORT": f"'{tens + (digit or 0)}"} if (digit or 0) < 10 else None  # noqa: PLR2004  # a digit


@dates_in_words.rule(
    "decade in words with its century", "teens=DIGIT HYPHEN? DECADEWORD", "nineteen-eighties", gives="DECADE"
)
def decade_in_words(teens: int, decadeword: int) -> Meaning | None:
    return {"DECADE": f"{teens}{decadeword}s"} if teens >= 10 else None  # noqa: PLR2004  # eleven hundred and later


TO_THE_END = "!UNITS !hundred !and !DIGIT !TENS !HYPHEN"
"""The number does not go on."""


@dates_in_words.rule(
    "year two thousand",
    f"year < two HYPHEN? thousand HYPHEN? (and? HYPHEN? DIGIT)? > {TO_THE_END}",
    "the year two thousand",
    gives="YEAR NUM",
)
def year_two_thousand(digit: int | None) -> Meaning:
    return {"YEAR": 2000 + (digit or 0), "NUM": 2000 + (digit or 0)}


@dates_in_words.rule(
    "two thousand and so many",
    f"(in|since|until|(quarter|half|SEASON|MONTH|EDGE) of) < two HYPHEN? thousand HYPHEN? and? HYPHEN? (tens=TENS (HYPHEN? one=DIGIT)?|two=DIGIT) > {TO_THE_END}",
    "in two thousand and nine",
    gives="YEAR NUM",
)
def two_thousand_and(tens: int | None, one: int | None, two: int | None) -> Meaning:
    value = 2000 + (tens or 0) + (one or two or 0)
    return {"YEAR": value, "NUM": value}
