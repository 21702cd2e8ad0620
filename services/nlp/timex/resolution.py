"""The two passes over one document."""

import re
from functools import cache
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from services.nlp.annotations import ReferenceTime, Timex
from services.nlp.timex.belief import DOUBTED, Belief, Surroundings
from services.nlp.timex.borrowing import with_borrowed
from services.nlp.timex.context import Context
from services.nlp.timex.days_of_times import is_late
from services.nlp.timex.expressions import (
    Containing,
    Expression,
    Modified,
    PartOfYear,
    Reading,
    Reported,
    Shifted,
    YearBefore,
    Yearly,
)
from services.nlp.timex.genre import is_narrative, is_of_today, is_of_unknown_day
from services.nlp.timex.grammar import Grammar
from services.nlp.timex.lexicon import LEXICON
from services.nlp.timex.periods import Period
from services.nlp.timex.rules import STAGES
from services.nlp.timex.running import RunningYears, is_glance, leads_sentence
from services.nlp.timex.tree import Tree
from services.nlp.tokens import LONGEST_PHRASE, Tokens, read_tokens

if TYPE_CHECKING:
    from schemas.vocabulary import Granularity

PARTS_OF_FISCAL_YEARS = frozenset(("P9M", "P6M", "P1Y", "P39W", "P26W"))
"""Lengths after which a report of results speaks no more of its quarter."""

SPEAKABLE = frozenset(("DATE", "TIME", "LENGTH", "SET"))

WHEN = re.compile(r",? (?:when|after|while)\b")
"""What tells more of the year before it."""

WINTER = PartOfYear("season", 3)

END_OF_SENTENCE = re.compile(r"[.!?:;\n]")


@cache
def grammar() -> Grammar:
    """The grammar, compiled on first use."""
    return Grammar(LEXICON, STAGES, DOUBTED)


def tag_document(doc: Doc, reference_time: ReferenceTime, tokens: Tokens | None = None) -> tuple[Timex, ...]:
    """Find every expression, then read each in the light of those before it. `tokens` are the document's, if known."""
    tokens = read_tokens(doc, doc.text) if tokens is None else tokens
    text = tokens.text
    tree = Tree(tokens, tagged=doc.has_annotation("TAG"), parsed=doc.has_annotation("DEP"))
    belief = Belief(tree)
    made = (node for node in grammar().read(text, belief) if node.rule and not SPEAKABLE.isdisjoint(node.meaning))
    nodes = [node for node in made if node.end - node.start <= LONGEST_PHRASE and not belief.named(node)]
    reference = Period.of("day", reference_time.value) if reference_time.value else None
    spans = [(node.start, node.end) for node in nodes]
    written: list[Expression] = [next(iter(node.meaning.values())) for node in nodes]  # type: ignore[misc]
    expressions = with_borrowed(written, spans, text)
    context = Context(reference, is_narrative(expressions, spans, text, reference), is_of_today(expressions, reference))
    context.of_unknown_day = is_of_unknown_day(expressions, reference, narrative=context.narrative)
    running = RunningYears(expressions, spans, text) if context.narrative else None
    timexes: list[Timex] = []
    for number, (node, expression) in enumerate(zip(nodes, expressions, strict=True)):
        context.around = around = Surroundings(tree, node)
        if running is not None:
            context.chapter, context.upcoming = running.chapter(number), running.upcoming(number)
        if number:
            pass_over(context, text, spans[number - 1][1], node.start)
        reading = expression.read(context)
        if reading is None:
            continue
        timex_id = f"t{len(timexes) + 1}"
        timexes.append(timex(timex_id, around.span(), text, node.rule, reading))
        if reading.value in PARTS_OF_FISCAL_YEARS or (reading.period and reading.period.unit in {"year", "half_year"}):
            context.reports_quarter = False
        if isinstance(expression, Reported):
            context.reports_quarter = True
        if reading.period is None or reading.type not in {"DATE", "TIME"}:
            continue
        keep_for_sentence(context, reading.period, timex_id, text, (node.start, node.end))
        if reading.period.unit == "day" and reading.type == "DATE" and around.leads_entry():
            context.entry = reading.period, timex_id
        context.evening = reading.period if reading.type == "TIME" and is_late(reading.value) else None
        if is_that_winter(expression):
            context.that_winter = reading.period
        aside = running is not None and running.is_aside(number, reading.period, context)
        aside = aside or (reference is None and is_glance(text, node.start, node.end))
        keep_week_of_report(context, expression, reading.period, timex_id)
        reports = names_quarter(expression, reading) and not around.is_aside()
        context.mention(reading.period, timex_id, reports=reports, aside=aside, told_back=is_told_back(expression))
    return tuple(timexes)


def pass_over(context: Context, text: str, start: int, end: int) -> None:
    """Leave a paragraph, or a sentence with what it named, where it ends between two expressions."""
    if text.find("\n", start, end) >= 0:
        context.paragraph = len(context.story)
        context.entry = None
    told = context.week or context.led_by or context.ahead or context.evening
    if told and END_OF_SENTENCE.search(text, start, end):
        context.week = context.led_by = context.ahead = context.evening = None


def keep_for_sentence(context: Context, period: Period, timex_id: str, text: str, span: tuple[int, int]) -> None:
    """Remember the week that a sentence names, and the year that leads it or a clause: "in 2009, when …"."""
    if period.unit == "week":
        context.week = period
    start, end = span
    now = context.reference.last if context.reference else None
    if now is not None and period.unit in {"day", "month"} and period.first is not None and period.first > now:
        context.ahead = period
    is_year = period.unit == "year"
    is_long_ago = context.reference is not None and period.year < context.reference.year - 1
    if (is_year or is_long_ago) and (leads_sentence(text, start) or (is_year and WHEN.match(text, end))):
        context.led_by = period, timex_id


def keep_week_of_report(context: Context, expression: Expression, period: Period, timex_id: str) -> None:
    """Remember a week named by one of its days, as reports name theirs: "the week ended Feb. 21"."""
    if isinstance(expression, Containing) and expression.unit == "week":
        context.reported_week = period, timex_id


def is_told_back(expression: Expression) -> bool:
    """Whether it is told as the one before another: "the previous week", "a year earlier"."""
    return isinstance(expression, YearBefore) or (isinstance(expression, Shifted) and expression.is_previous())


def is_that_winter(expression: Expression) -> bool:
    """Whether it is "that winter" or "the following winter"."""
    told = isinstance(expression, Yearly) and expression.direction in {"same", "following"}
    return told and expression.part == WINTER  # type: ignore[attr-defined]  # what is told has a part


def names_quarter(expression: Expression, reading: Reading) -> bool:
    """Whether a quarter is named that may be the one reported on."""
    if reading.period is None or reading.period.unit != "quarter":
        return False
    plain = expression.inner if isinstance(expression, Modified) else expression
    if isinstance(plain, Shifted) and plain.is_previous():
        return False
    return not isinstance(plain, YearBefore | Reported)


def timex(timex_id: str, span: tuple[int, int], text: str, rule: str, reading: Reading) -> Timex:
    """One reading in the form that the analysis hands on."""
    granularity: Granularity | None = reading.granularity  # type: ignore[assignment]
    start, end = span
    return Timex(
        id=timex_id, start=start, end=end, text=text[start:end], type=reading.type, value=reading.value, rule=rule,
        mod=reading.mod, quant=reading.quant, freq=reading.freq,
        earliest=reading.first, latest=reading.last, granularity=granularity, anchor=reading.anchor,
    )  # fmt: skip
