"""Who undergoes what happens by itself."""

from services.nlp.events import lexicon
from services.nlp.events.heads import is_animate, is_person
from services.nlp.events.names import Names
from services.nlp.events.syntax import Syntax


def subject_undergoes(syntax: Syntax, root: str, subject: int, names: Names) -> bool:
    """Whether the subject of a verb without an object undergoes it: "prices fell", "the letter arrived"."""
    lists = lexicon.table("roles")
    if root in lists["unaccusative"]:
        return not (root in lists["willed"] and is_person(syntax, subject, names))
    return root in lists["moving"] and not is_animate(syntax, subject, names)
