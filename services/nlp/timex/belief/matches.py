"""Halves, and centuries, that are those of a match."""

from typing import Final

from services.nlp.timex.belief.word import Word

PLAYED: Final = frozenset(
    "score scored scores scoring goal goals goalless penalty striker goalkeeper touchdown points match matches game "
    "games kick kicked header possession lead halftime half-time team teams coach equaliser equalizer referee "
    "substitute midfielder defender scoreboard booked shots rebounds fouls yards yard quarterback touchdowns "
    "interception fumble punt layup three-pointer three-pointers basket baskets dunk tipoff receiver".split()
)
"""Words beside which a half is one of a match."""

EARNED: Final = frozenset(
    "% percent cent profit profits profitability loss losses sales sale revenue revenues turnover earnings earned "
    "net income results result dividend growth grew economy economic economists output production exports imports "
    "orders inflation demand quarter fiscal year years months billion million analysts investors market markets "
    "shipments budget spending trade prices rates deals bookings deliveries passengers forecast guidance arrivals "
    "company companies bank fell rose dropped climbed slipped jumped declined slowed shrank".split()
)
"""Words beside which a half is one of a year; without them it is rather one of a match."""

NEAR: Final = 15
"""Tokens on either side in which such words are looked for."""


def is_of_a_match(first: Word, _last: Word) -> bool:
    """Whether a half is one of a match: players are near it, or nothing is that speaks of money or of the year."""
    index = first.token.i
    near = {token.lower for token in first.token.tree.between(max(index - NEAR, 0), index + NEAR)}
    return not PLAYED.isdisjoint(near) or EARNED.isdisjoint(near)


def is_quarter_of_a_match(first: Word, _last: Word) -> bool:
    """Whether a quarter is one of a match: players are near it, and nothing that speaks of money or of the year."""
    index = first.token.i
    near = {token.lower for token in first.token.tree.between(max(index - NEAR, 0), index + NEAR)}
    return not PLAYED.isdisjoint(near) and EARNED.isdisjoint(near - {"quarter"})


def is_in_a_match(first: Word, last: Word) -> bool:
    """Whether a part of a half is one of a match: "early in the second half"."""
    return last.key == "half" and is_of_a_match(first, last)


CRICKET: Final = frozenset(
    "batsman batsmen batter batters bowled bowler bowlers bowling cricket innings overs partnership runs unbeaten "
    "unbroken wicket wickets".split()
)
"""Words beside which a century is a hundred runs."""


def is_of_cricket(first: Word, last: Word) -> bool:
    """Whether a century or half of one was made with the bat."""
    if last.key != "century":
        return False
    index = first.token.i
    return any(token.lower in CRICKET for token in first.token.tree.between(max(index - NEAR, 0), index + NEAR))
