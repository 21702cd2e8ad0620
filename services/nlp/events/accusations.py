"""What somebody is accused or cleared of: nobody knows yet that he did it, or he did not."""

from services.nlp.events import lexicon
from services.nlp.events.claims import Doubt
from services.nlp.events.definite import is_definite
from services.nlp.events.syntax import Syntax


def of_accusation(syntax: Syntax, preposition: int, word: str, noun: int | None) -> Doubt | None:
    """As in "accused of stealing", "charges of fraud", "cleared of fraud"; "the murder" itself has happened.

    `word` is what the preposition depends on, `noun` the event beneath it unless that is a verb.
    """
    thing = syntax.child(preposition, "pobj")
    if noun is not None and (thing not in (None, noun) or is_definite(syntax, noun)):
        return None
    lists, pair = lexicon.table("claims"), f"{word}:{syntax.lower[preposition]}"
    if pair in lists["clearing"]:
        return "denied"
    return "possible" if pair in lists["accusing"] else None
