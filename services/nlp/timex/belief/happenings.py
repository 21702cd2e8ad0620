"""Marches, falls and what may be: words of what happens, which are months and seasons elsewhere."""

import re
from typing import Final

from spacy.lang.en.lex_attrs import like_num

from services.nlp.timex.belief.word import Word
from services.nlp.timex.tree import Token

BEFORE_SHORT_MONTH: Final = frozenset("in since until till by from to last next this early late mid end of".split())
PLACING: Final = frozenset(
    "last next this that each every early late mid middle previous following coming past".split()
)
"""Words that go before a month."""

DASHES: Final = frozenset("-–—")
IN_FIGURES: Final = frozenset(
    "budget car cargo consumer core cpi crude durable export exports factory figures futures gdp gnp home house "
    "housing import imports index industrial inflation jobless jobs loadings machine manufacturing money mortgage oil "
    "options orders output payrolls personal ppi price prices producer production retail sales steel sugar trade "
    "trading unemployment vehicle volume wholesale".split()
)
"""What a headline in capitals has after a month: "U.S. MAY RETAIL SALES UP", not "FORD MAY SELL UNIT"."""

ENDS_OF_A_NAME: Final = frozenset((">", ")"))
"""What may stand behind a firm's name, and before the verb of a headline: "FERRANT <FER> MAY SELL"."""


def is_verb_of_a_headline(word: Word) -> bool:
    """Whether a line in capitals, which the model does not read, says what may be or what falls: "FORD MAY SELL"."""
    following = word.following
    if not (word.written.isupper() and following is not None and following.text.isupper()):
        return False
    before = word.token.before
    if before is None or word.token.begins_sentence or not before.text[-1].isalnum():
        return before is not None and before.text in ENDS_OF_A_NAME
    return word.before not in BEFORE_SHORT_MONTH | PLACING and following.lower not in IN_FIGURES


def is_march(word: Word) -> bool:
    """Whether a march is of people: "the large march"."""
    if word.before in PLACING or word.before in DASHES:
        return False
    if word.following is not None and word.following.lower in {"on", "onward", "onwards"} and not word.before.isalpha():
        return True
    own = (child for child in word.token.children if child.i < word.token.i)
    return any(child.dep in {"det", "amod", "compound", "poss"} for child in own)


def is_event(word: Word) -> bool:
    """Whether a noun with an owner is what happened: "the fall of Saigon", not "the fall of 1975"."""
    following = word.following
    if word.before in BEFORE_SHORT_MONTH or following is None:
        return False
    if word.key == "fall" and is_decline(word, following):
        return True
    if any(says_how_it_fell(child) for child in word.token.children if child.i < word.token.i):
        return True
    after = word.token.tree[min(word.token.i + 2, len(word.token.tree) - 1)]
    is_year = like_num(after.text) or after.text[0] in "'’"
    return following.lower in {"of", "for", "against"} and not is_year


def is_decline(word: Word, following: Token) -> bool:
    """Whether something fell: "the fall in prices", "the fall was sharp", "orders fall 3 percent", not "by fall"."""
    if word.before in PLACING:
        return False
    token = word.token
    before = word.before if word.before != "the" else token.tree.word(token.i - 2)
    is_share = following.text[0].isdigit() and not YEAR_WRITTEN.match(following.text)
    falls_in_something = following.lower == "in" and (before == "of" or before not in DURING)
    return is_share or falls_in_something or (before not in DURING and is_what_is_told(word))


def is_what_is_told(word: Word) -> bool:
    """Whether a verb tells something of it, as of hardly any season: "the fall was sharp", "despite the fall"."""
    return word.before == "the" and word.token.dep in {"nsubj", "nsubjpass", "dobj", "attr", "pobj"}


DURING: Final = frozenset(
    "in during by until till since through throughout over before after of for from to around about into "
    "late early spend spends spent spending".split()
)
"""What goes before the season: "over the fall", "he spent the fall at sea"."""

YEAR_WRITTEN: Final = re.compile(r"(?:1[5-9]|20)\d\d$")


def says_how_it_fell(child: Token) -> bool:
    """Whether a word before the noun tells whose it was or of what kind: "a quarterly fall", "the 5% fall"."""
    if child.dep == "poss":
        return bool(child.label != "DATE")
    kind = child.dep in {"amod", "compound", "nummod"} and child.head.lower == "fall"
    return kind and child.lower not in PLACING and not child.lower.endswith("er")
