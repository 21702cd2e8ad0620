"""Numbers in words and amounts that are not exact, before anything else is read."""

from services.nlp.timex.rule import Family
from services.nlp.timex.scanner import Node

numbers = Family("numbers")

Meaning = dict[str, object]


@numbers.rule("number word", "DIGIT", "five", gives="NUM")
def number_word(digit: int) -> Meaning:
    return {"NUM": digit}


@numbers.rule("tens", "TENS (HYPHEN? DIGIT)?", "thirty", "twenty-five", gives="NUM")
def tens(tens: int, digit: int | None) -> Meaning | None:
    return {"NUM": tens + (digit or 0)} if (digit or 0) < 10 else None  # noqa: PLR2004  # "twenty twelve" is a year


@numbers.rule("ordinal in words", "TENS HYPHEN? ORD", "twenty-third", gives="ORD DAYORD")
def ordinal_in_words(tens: int, ord: int) -> Meaning | None:
    value = tens + ord
    return {"ORD": value, "DAYORD": value} if ord < 10 else None  # noqa: PLR2004  # twenty-first to twenty-ninth


@numbers.rule(
    "hundreds", "(a|first=DIGIT|num=NUM) HYPHEN? hundred (HYPHEN? and? HYPHEN? (tens=TENS (HYPHEN? one=DIGIT)?|two=DIGIT))?",
    "a hundred", "two hundred", "a hundred and fifty", "a hundred-and-ten", gives="NUM",
)  # fmt: skip
def hundreds(
    first: int | None, num: float | None, tens: int | None, one: int | None, two: int | None
) -> Meaning | None:
    return {"NUM": 100 * (first or num or 1) + (tens or 0) + (one or two or 0)}


@numbers.rule("a bare hundred", "~VAGUE_AMOUNT < hundred > UNITS", "hundred days", gives="NUM")
def bare_hundred() -> Meaning:
    return {"NUM": 100}


@numbers.rule(
    "thousands",
    "(a|(DIGIT|TENS|NUM) HYPHEN? hundreds=hundred?) HYPHEN? thousand",
    "ten thousand",
    "two hundred thousand",
    gives="NUM",
)
def thousands(digit: int | None, tens: int | None, num: float | None, hundreds: str | None) -> Meaning:
    return {"NUM": 1000 * (digit or tens or num or 1) * (100 if hundreds else 1)}


REST = "(and? (hundred=DIGIT hundred)? (and? (tens=TENS (HYPHEN? one=DIGIT)?|two=DIGIT))?)"
"""What follows a thousand in words: "five hundred and twelve"."""


@numbers.rule(
    "thousands and more", f"(a|whole=DIGIT) thousand {REST}", "two thousand five hundred", "a thousand and one", gives="NUM"
)  # fmt: skip
def thousands_and_more(
    whole: int | None, hundred: int | None, tens: int | None, one: int | None, two: int | None
) -> Meaning | None:
    rest = 100 * (hundred or 0) + (tens or 0) + (one or two or 0)
    return {"NUM": 1000 * (whole or 1) + rest} if rest else None


@numbers.rule(
    "millions",
    "(a|half=half a|DIGIT|TENS|NUM) (million|billion=billion)",
    "3 million years",
    "half a billion years",
    gives="NUM",
)
def millions(digit: int | None, tens: int | None, num: float | None, half: object, billion: str | None) -> Meaning:
    return {"NUM": (digit or tens or num or (0.5 if half else 1)) * (1e9 if billion else 1e6)}


@numbers.rule(
    "number in words and figures",
    "(hundreds=DIGIT hundred and?)? (tens=TENS (HYPHEN? one=DIGIT)?|digit=DIGIT)? OPENING num=NUM CLOSING",
    "thirty (30) days",
    "one hundred eighty (180) days",
    gives="NUM",
)
def words_and_figures(
    hundreds: int | None, tens: int | None, one: int | None, digit: int | None, num: float
) -> Meaning | None:
    return {"NUM": num} if 100 * (hundreds or 0) + (tens or 0) + (one or digit or 0) == num else None


@numbers.rule("mixed fraction", "NUM HYPHEN? one=NUM / two=NUM", "5 1/2", gives="NUM")
def mixed_fraction(num: float, one: float, two: float) -> Meaning | None:
    return {"NUM": num + one / two} if 0 < one < two else None


@numbers.rule("and a half", "(DIGIT|TENS|NUM) HYPHEN? and HYPHEN? (a|one)? HYPHEN? half", "two and a half", gives="NUM")
def and_a_half(digit: int | None, tens: int | None, num: float | None) -> Meaning:
    return {"NUM": (digit or tens or num or 0) + 0.5}


@numbers.rule(
    "and some more", "(TENS|NUM|DIGIT|a hundred) HYPHEN (some|odd|plus)", "thirty-some years ago", "20-plus years", gives="NUM"
)  # fmt: skip
def and_some(tens: int | None, num: float | None, digit: int | None) -> Meaning:
    return {"NUM": tens or num or digit or 100}


@numbers.rule(
    "clock in words",
    "(at|by|until|till|around|about|before|after|from) < hour=DIGIT (HYPHEN teen=DIGIT|HYPHEN? tens=TENS (HYPHEN? five=DIGIT)?) > !UNITS !hundred !thousand",
    "at eight-thirty",
    "by seven forty-five",
    gives="CLOCK",
)
@numbers.rule(
    "clock in words and part of the day",
    "~HYPHEN ~TENS < hour=DIGIT (HYPHEN teen=DIGIT|HYPHEN? tens=TENS (HYPHEN? five=DIGIT)?) > ((this|last|yesterday|tomorrow) PART|tonight|in the PART)",
    "eight-thirty tomorrow morning",
    gives="CLOCK",
)
def clock_in_words(hour: int, teen: int | None, tens: int | None, five: int | None) -> Meaning | None:
    minute = (teen or tens or 0) + (five or 0)
    return {"CLOCK": f"{hour}:{minute}"} if hour <= 12 and minute in {15, 30, 45} else None  # noqa: PLR2004  # a clock


@numbers.rule("half of the day, spelled", "(a=a|p) HYPHEN m", "p-m", gives="AMPM")
def spelled_half(a: str | None) -> Meaning:
    return {"AMPM": 0 if a else 12}


@numbers.rule("few and several", "(a|the)? VAGUE_AMOUNT", "several weeks", "a few days", gives="SOME")
def few(vague_amount: str) -> Meaning:
    return {"SOME": vague_amount}


@numbers.rule(
    "several hundred", "(a|the)? VAGUE_AMOUNT (hundred|thousand|million)", "several hundred years", gives="SOME"
)
def several_hundred() -> Meaning:
    return {"SOME": "X"}


@numbers.rule(
    "number of", "(a|an|the) (number|handful|matter|multitude|series|bunch) of", "a number of weeks", gives="SOME"
)
def number_of() -> Meaning:
    return {"SOME": "X"}


@numbers.rule("some, away from now", "< some > UNITS (AGO|LATER)", "some years ago", gives="SOME")
def some_away() -> Meaning:
    return {"SOME": "X"}


@numbers.rule(
    "tens of",
    "((tens|hundreds|dozens) of)? (dozens|scores|hundreds|thousands|tens|millions|billions) of",
    "dozens of",
    "tens of thousands of",
    gives="SOME",
)
def tens_of() -> Meaning:
    return {"SOME": "X"}


@numbers.rule("couple", "(a|the)? couple of?", "a couple of", gives="NUM")
def couple() -> Meaning:
    return {"NUM": 2}


@numbers.rule("dozen", "(half=half a|a|DIGIT) dozen", "a dozen", "half a dozen", gives="NUM")
def dozen(digit: int | None, half: object) -> Meaning:
    return {"NUM": 6 if half else 12 * (digit or 1)}


SMALL = "DIGIT|NUM|TENS (HYPHEN? DIGIT)?"
"""A number below a hundred, in words or in figures."""


@numbers.rule(
    "one or two",
    f"< first=({SMALL}) HYPHEN? (to|or|dash=DASH) HYPHEN? last=({SMALL}) > HYPHEN? (FULL)? (UNIT|UNITS)",
    "two or three years",
    "12 to 18 months",
    "five- to ten-year",
    gives="NUM_RANGE",
)
def one_or_two(first: tuple[Node, ...], last: tuple[Node, ...], dash: str | None) -> Meaning | None:
    return range_of(first, last, dash)


@numbers.rule(
    "between one and two",
    f"between < first=({SMALL}) and last=({SMALL}) > (FULL)? UNITS",
    "between two and six weeks",
    gives="NUM_RANGE",
)
def between_one_and_two(first: tuple[Node, ...], last: tuple[Node, ...]) -> Meaning | None:
    return range_of(first, last, None)


def range_of(first: tuple[Node, ...], last: tuple[Node, ...], dash: str | None) -> Meaning | None:
    """From one number to a higher one, which stands for the whole; `dash`: that is what joins them."""
    lower, upper = amount(first), amount(last)
    begin, end = first[0].meaning, last[0].meaning
    is_year = "YEAR" in end  # "the 1995-1996 school year"
    is_pause = dash and ("NUM" in begin) != ("NUM" in end)  # "on May 1 - two days late"
    return None if is_year or is_pause or lower >= upper else {"NUM_RANGE": upper}


def amount(number: tuple[Node, ...]) -> float:
    """What a number in words or figures stands for."""
    values = (node.meaning.get("DIGIT") or node.meaning.get("NUM") or node.meaning.get("TENS") or 0 for node in number)
    return float(sum(float(str(value)) for value in values))
