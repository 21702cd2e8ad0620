"""What two words for one event have in common: the verb behind a noun, or a family of words for one thing."""

from services.nlp.events import lexicon
from services.nlp.events.kinds import CALAMITIES, kind_of_noun, kind_of_verb
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import FAMILIES_BY_WORD, HOMONYMS
from services.nlp.events.triggers import Trigger


def root_of(lemma: str, *, noun: bool) -> str:
    """The verb behind a trigger: "bombing" and "bombed" are "bomb"; a noun without a verb is itself."""
    if noun:
        known = lexicon.nouns().get(lemma)
        return known.verb if known and known.verb else lemma
    return lemma


def root_at(syntax: Syntax, trigger: Trigger) -> str:
    """What another mention of the same event would have, too: the verb of a trigger, with its particle; read once."""
    known = syntax.roots.get(trigger.token)
    if known is None:
        known = syntax.roots[trigger.token] = _read(syntax, trigger)
    return known


def _read(syntax: Syntax, trigger: Trigger) -> str:
    """Told apart where a word means something else: a strike is not what struck a mine, "cut off" is not "cut"."""
    lemma, token = trigger.lemma, trigger.token
    root = root_of(lemma, noun=trigger.part == "noun")
    if trigger.part == "noun":
        return root if root not in HOMONYMS["verbs"] and _mean_the_same(lemma, root) else f"{lemma} (noun)"
    if root in HOMONYMS["with_object"] and syntax.child(token, "dobj") is not None:
        root = f"{root} (something)"
    particle = syntax.child(token, "prt")
    return root if particle is None else f"{root} {syntax.lower[particle]}"


def _mean_the_same(noun: str, verb: str) -> bool:
    """Whether both are of one kind, as far as kinds are known."""
    kinds = {kind_of_noun(noun), kind_of_verb(verb)} - {None}
    return len(kinds) < 2 or kinds <= CALAMITIES  # noqa: PLR2004  # two kinds differ


def family_of(root: str) -> str:
    """The family of a root, by its first word; a root without one is its own."""
    return FAMILIES_BY_WORD.get(root, root)
