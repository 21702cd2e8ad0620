"""The two passes over one document."""

from functools import cache
from itertools import count

from spacy.tokens import Doc

from schemas.vocabulary import Granularity
from services.nlp.annotations import ReferenceTime, Timex
from services.nlp.timex.belief import Belief
from services.nlp.timex.context import Context
from services.nlp.timex.expressions import Reading
from services.nlp.timex.genre import is_narrative
from services.nlp.timex.grammar import Grammar
from services.nlp.timex.lexicon import LEXICON
from services.nlp.timex.periods import Period
from services.nlp.timex.rules import STAGES
from services.nlp.timex.scanner import Node
from services.nlp.timex.tense import tense_at

SPEAKABLE = frozenset(("DATE", "TIME", "LENGTH", "SET"))


@cache
def grammar() -> Grammar:
    """The grammar, compiled on first use."""
    return Grammar(LEXICON, STAGES)


def tag_document(doc: Doc, reference_time: ReferenceTime) -> tuple[Timex, ...]:
    """Find every expression, then read each in the light of those before it."""
    text = doc.text
    belief = Belief(doc)
    nodes = [node for node in grammar().read(text, belief) if SPEAKABLE & node.meaning.keys()]
    reference = Period.of("day", reference_time.value) if reference_time.value else None
    context = Context(reference, is_narrative(nodes, reference))
    ids = count(1)
    timexes = []
    for node in nodes:
        context.tense = lambda node=node: tense_at(doc, belief.token(node.start).i)
        expression = next(iter(node.meaning.values()))
        reading: Reading = expression.read(context)
        timex_id = f"t{next(ids)}"
        timexes.append(timex(timex_id, node, text, reading))
        if reading.period is not None and reading.type in {"DATE", "TIME"}:
            context.mention(reading.period, timex_id)
    return tuple(timexes)


def timex(timex_id: str, node: Node, text: str, reading: Reading) -> Timex:
    """One reading in the form that the analysis hands on."""
    granularity: Granularity | None = reading.granularity  # type: ignore[assignment]
    return Timex(
        id=timex_id, start=node.start, end=node.end, text=text[node.start : node.end], type=reading.type,
        value=reading.value, rule=node.rule, mod=reading.mod, quant=reading.quant, freq=reading.freq,
        earliest=reading.first, latest=reading.last, granularity=granularity, anchor=reading.anchor,
    )  # fmt: skip
