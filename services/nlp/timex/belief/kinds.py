"""What kind of thing a time names, or whose: "winter wheat", "working hours", "today's youth", "Player of the Year"."""

from typing import Final

from services.nlp.timex.belief.titles import is_programme
from services.nlp.timex.belief.word import Word

OF_OUR_AGE: Final = frozenset(
    "adults adolescents boys businesses cars champions children cities citizens companies computers consumers culture "
    "economy environment families farmers fashions generation generations girls heroes homes industry kids leaders "
    "life lifestyle man market marketplace medicine men music parents people politicians politics readers schools "
    "science scientists soldiers society standards stars students teachers technologies technology teenagers values "
    "voters war wars woman women workers workforce workplace world young youngsters youth youths".split()
)
"""What "today's" and "of tomorrow" say an age of, not a day."""

MODIFYING: Final = frozenset(("compound", "amod", "nmod"))


def modifies(_first: Word, last: Word) -> bool:
    """Whether it says what kind of thing: "the evening gown", "the 26th regiment"."""
    return last.token.dep in MODIFYING


def owned_by_a_noun(_first: Word, last: Word) -> bool:
    """Whether it belongs to the noun after it: "a day trip"."""
    return last.token.dep == "compound" and last.following is not None


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
