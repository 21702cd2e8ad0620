"""Whole expressions that are part of something else: a name, a title, a match."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from services.nlp.timex.belief.matches import is_in_a_match, is_of_a_match, is_of_cricket, is_quarter_of_a_match
from services.nlp.timex.belief.names import inside_name
from services.nlp.timex.belief.titles import is_programme
from services.nlp.timex.belief.word import Word
from services.nlp.timex.lexicon import ZONE

PREPOSITIONS: Final = {"month": "in", "weekday": "on"}
"""By rule: after this word a capital that follows makes no name ("In May General Vass …", "On Monday President …")."""

OF_OUR_AGE: Final = frozenset(
    "adults adolescents boys businesses cars champions children cities citizens companies computers consumers culture "
    "economy environment families farmers fashions generation generations girls heroes homes industry kids leaders "
    "life lifestyle man market marketplace medicine men music parents people politicians politics readers schools "
    "science scientists soldiers society standards stars students teachers technologies technology teenagers values "
    "voters war wars woman women workers workforce workplace world young youngsters youth youths".split()
)
"""What "today's" and "of tomorrow" say an age of, not a day."""

OPENING_QUOTES: Final = frozenset("\"“‘'`")

OF_AN_ERA: Final = frozenset(
    (
        "ISO date",
        "year before Christ",
        "years before Christ",
        "year of our Lord",
        "years of our Lord",
        "month before Christ",
    )
)
"""Rules whose expressions are years whatever they stand in: "King Vorn (281–261 BC)"."""

LIKE_PEOPLE: Final = frozenset(
    ("Burns Night", "Cinco de Mayo", "Guy Fawkes Night", "Hogmanay", "Martin Luther King Day",
     "Martin Luther King Jr. Day",
     "Purim", "Rosh Hashanah", "Shavuot", "Sukkot", "Victoria Day", "Whitsun", "Yom Kippur")
)  # fmt: skip
"""Holidays that the model takes for people and places."""

JOINED: Final = re.compile(r"\d{1,4}([-/.])(?:\d{1,2}|[A-Za-z]{3,9})\1\d{1,4}")
"""A whole date in figures, which is no name, whatever the model takes it for: "1-Sep-1308", "8/28/2183"."""

MODIFYING: Final = frozenset(("compound", "amod", "nmod"))


def is_part_of_something(rule: str, first: Word, last: Word) -> bool:
    """Whether the expression that a rule found from its first to its last word is no time of its own."""
    if rule in OF_AN_ERA or rule in LIKE_PEOPLE or (rule == "year" and not entity_goes_on(last)):
        return False
    judge = JUDGES.get(rule)
    if judge and judge(first, last):
        return True
    if JOINED.fullmatch(first.text, first.start, last.end) or (last.key in ZONE and not last.written.islower()):
        return False
    if last.token.label == "PERSON" and last.token.text.istitle():
        return True
    if rule == "half" or (first.before and first.before == PREPOSITIONS.get(rule)):
        return False
    return inside_name(first.token.tree, first.token.i, last.token.i + 1)


def entity_goes_on(last: Word) -> bool:
    """Whether the named entity goes on after the expression; one that ends with its year is dated by it."""
    return last.following is not None and bool(last.following.goes_on)


def modifies(_first: Word, last: Word) -> bool:
    """Whether it says what kind of thing: "the evening gown", "the 26th regiment"."""
    return last.token.dep in MODIFYING


def is_of_a_thing(first: Word, last: Word) -> bool:
    """Whether it says which thing: "the 10:30 train", not "10:30 Tessaly time" or "an 8 p.m. curfew".

    So does what is left on the clock of a match: "with 3:05 left".
    """
    if first.token.i != last.token.i:
        return False
    if last.following is not None and last.following.lower in ON_THE_CLOCK:
        return first.before == "with"
    return modifies(first, last) and first.before != "at" and last.token.head.lower != "time"


ON_THE_CLOCK: Final = frozenset(("left", "remaining", "to", "on"))
"""What follows the time left in a match: "with 3:05 to play"."""


def owned_by_a_noun(_first: Word, last: Word) -> bool:
    """Whether it belongs to the noun after it: "a day trip"."""
    return last.token.dep == "compound" and last.following is not None


WAR_FOLLOWS: Final = re.compile(r"['’]?[ -]War\b")


def is_titled_number(first: Word, last: Word) -> bool:
    """Whether figures and a capital make a title: "60 Minutes", or a war is called so: "the Seven Years' War"."""
    if WAR_FOLLOWS.match(first.text, last.end):
        return True
    return bool(last.token.text.istitle()) and first.text[first.start].isdigit()


def is_in_capitals(first: Word, last: Word) -> bool:
    """Whether every word has its capital: "The Day After", a film."""
    return first.text[first.start : last.end].istitle()


def is_in_small_letters(first: Word, last: Word) -> bool:
    """Whether it is written as common words: "a new year round job"."""
    return first.text[first.start : last.end].islower()


def is_show(first: Word, last: Word) -> bool:
    """Whether quotation marks make a name of it: on "Tonight"."""
    return is_programme(first.text, first.start, last.end)


def is_show_or_age(first: Word, last: Word) -> bool:
    """Whether it is the Today show, or the age we live in: "today's youth", "the leaders of tomorrow"."""
    if is_show(first, last):
        return True
    if last.written.istitle() and owned_by_a_noun(first, last) and first.before == "the":
        return True
    if last.token.dep == "poss":
        return last.token.head.lower in OF_OUR_AGE
    return first.before == "of" and last.token.head.i > 0 and last.token.head.head.lower in OF_OUR_AGE


def is_last_of_its_kind_or_title(first: Word, last: Word) -> bool:
    """Whether it is "the last day of the fair", or a title that opens in quotation marks: "This Week" on television."""
    quoted = first.start > 0 and first.text[first.start - 1] in OPENING_QUOTES
    return (quoted and is_in_capitals(first, last)) or is_last_of_its_kind(first, last)


KINDS_BY_SEASON: Final = frozenset(
    "advisory barley boots camp camps capital canola cereals clothes clothing coat coats cottage cottages crop crops "
    "dress dresses durum grain grains house houses jacket jackets oats onion onions potato potatoes rape rapeseed "
    "residence residences rolls rye school schools sport sports squash storm storms tires tyres vegetables wardrobe "
    "weather wheat wheats".split()
)
"""What is called by the season that it is for, whenever it is spoken of."""


def is_kind_by_season(_first: Word, last: Word) -> bool:
    """Whether a season says what kind of thing: "winter wheat", "a summer dress"."""
    if last.token.dep not in MODIFYING or last.following is None:
        return False
    return last.token.head.lower in KINDS_BY_SEASON or last.following.lower in KINDS_BY_SEASON


def is_company(_first: Word, last: Word) -> bool:
    """Whether a name goes on after it: "20th Century Fox"."""
    return last.written.istitle() and last.following is not None and bool(last.following.tag == "NNP")


def is_last_of_its_kind(first: Word, last: Word) -> bool:
    """Whether it is the last part of something: "the last day of trading"."""
    words = first.text[first.start : last.end].lower()
    return words.startswith(("the last", "the final")) and last.following is not None and last.following.lower == "of"


KINDS_OF_HOURS: Final = frozenset(
    "business daylight extended extra flexible happy his irregular its long longer odd office opening our overtime "
    "peak regular rush school shorter their trading unsocial visiting waking working your".split()
)
"""Words that make hours a part of the day: those of work, of a shop that "extends its hours"."""


def is_kind_of_hours(first: Word, last: Word) -> bool:
    """Whether hours are those in which something is done: "working hours"."""
    if last.key != "hours":
        return False
    if first.before == "-" and first.token.i > 1:
        return first.token.tree[first.token.i - 2].lower in {"after", "of"}
    return first.before in KINDS_OF_HOURS or first.token.lower in KINDS_OF_HOURS


def is_kind_of_units(first: Word, last: Word) -> bool:
    """Whether hours or days are those of something: "working hours", "on feast days"."""
    if is_kind_of_hours(first, last):
        return True
    if last.following is not None and last.following.text[0].isdigit() and last.following.head.i == last.token.i:
        return first.token.i == last.token.i  # "on days 1, 7 and 14"
    named = any(child.dep == "compound" and child.i == last.token.i - 1 for child in last.token.children)
    return named and first.token.i == last.token.i


def dates_something(first: Word, _last: Word) -> bool:
    """Whether "date" is what somebody does: "to date the bones"."""
    return bool(first.token.tag.startswith("VB"))


def is_beginning(first: Word, last: Word) -> bool:
    """Whether it says what kind of thing, or a dawn is a figure of speech: "the dawn of an era"."""
    dawns = last.written == "dawn" and last.following is not None and last.following.lower == "of"
    return dawns or modifies(first, last)


def is_of_other_things(_first: Word, last: Word) -> bool:
    """Whether "past" counts what is no unit of time: "the past six games"."""
    return bool(last.token.tag == "JJ")


AWARDED: Final = frozenset(
    "album artist athlete author bird boxer brand broadcaster business captain car chef climber coach colour color "
    "company cricketer defender designer director dish driver entrepreneur film footballer game goal golfer goalkeeper "
    "hotel jockey journalist keeper lawyer man manager midfielder moment newcomer newspaper nurse performance "
    "performer person personality photo photograph photographer picture player product pub race record restaurant "
    "rider rookie save scientist song sportsman sportsperson sportswoman sportswriter student supporter "
    "swimmer teacher team theme time track trainer try woman word writer".split()
)
"""What is named the best of its year."""


DETERMINERS: Final = frozenset("a an her his its my our the their".split())


def is_year_of_something(first: Word, last: Word) -> bool:
    """Whether it is an award ("Player of the Year"), or what came then would tell when: "the week of the vote"."""
    following = last.following
    if following is not None and following.lower == "of":
        return following.following is not None and following.following.lower in DETERMINERS
    if first.before != "of" or last.key != "year":
        return False
    return bool(last.written[0].isupper()) or first.token.tree[max(first.token.i - 2, 0)].lower in AWARDED


def is_trip_or_century(first: Word, last: Word) -> bool:
    """Whether it belongs to a noun, or is a hundred runs."""
    return owned_by_a_noun(first, last) or is_of_cricket(first, last)


JUDGES: Final[Mapping[str, Callable[[Word, Word], bool]]] = {
    "the 26th": modifies,
    "last, this, next unit": is_last_of_its_kind_or_title,
    "the last unit, as a date": is_last_of_its_kind_or_title,
    "the morning": is_beginning,
    "the night of something": is_beginning,
    "units": is_kind_of_units,
    "past or next units": is_kind_of_hours,
    "to date": dates_something,
    "time alone": is_of_a_thing,
    "number of units": is_titled_number,
    "the units": is_titled_number,
    "a unit": is_trip_or_century,
    "half a unit": is_of_cricket,
    "the unit": is_year_of_something,
    "the recent past": is_of_other_things,
    "the day after": is_in_capitals,
    "today": is_show_or_age,
    "tomorrow": is_show_or_age,
    "yesterday": is_show_or_age,
    "tonight": is_show,
    "century": is_company,
    "season": is_kind_by_season,
    "half": is_of_a_match,
    "quarter": is_quarter_of_a_match,
    "New Year": is_in_small_letters,
    "early or late": is_in_a_match,
    "earlier or later": is_in_a_match,
    "end of": is_in_a_match,
}
"""What may speak against an expression, by the rule that found it."""
