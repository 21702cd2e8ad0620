"""Rules as data: a pattern over categories and words, what it makes of them, and examples that a test runs.

A pattern is read over tokens, not characters. `MONTH DAYNUM ,? YEAR` names categories of the lexicon in capitals, and
words and signs as they are written; `( | )` and `?` have their usual meaning, `name=X` names a part, `!X` wants that X
does not follow, `~X` that it does not stand before, and `< >` enclose what the expression covers where the pattern also
names its surroundings. There is no unbounded repetition, so a rule looks at a bounded number of tokens and the whole
pass is linear.

Underneath, each combination of categories is one private character, a text is a string of them, and a rule is a
regular expression over that string: the idea of Chang and Manning's TokensRegex (2014), run by Python's own engine.
"""

import inspect
import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from services.nlp.timex.rule import Family, Rule
from services.nlp.timex.scanner import NOTHING, NUMBER_FORMS, Node, Scanner, plain_number
from services.nlp.timex.stage import Compiled, Stage

NO_SYMBOL = "\x00"
FIRST_SYMBOL = 0xE000
PATTERN_PART = re.compile(r"(?P<name>[a-z_]+)=|(?P<category>[A-Z_]{2,})|(?P<operator>[()|?<>!~])"
                          r"|(?P<word>[a-z]+(?:'[a-z]+)?|'s|[,.\-–—'/:&+;]|['a-z.]+)|(?P<space>\s+)")  # fmt: skip


class Grammar:
    """Stages of rules over one lexicon. Each stage rewrites what it recognises into one node for the next stage."""

    def __init__(
        self,
        lexicon: Mapping[str, Mapping[str, object]],
        stages: Sequence[Sequence[Family]],
        doubted: frozenset[str] = frozenset(),
    ) -> None:
        rules = [rule for stage in stages for family in stage for rule in family.rules]
        literals = frozenset(
            part["word"] for rule in rules for part in PATTERN_PART.finditer(rule.pattern) if part["word"]
        )
        self.rules: tuple[Rule, ...] = tuple(rules)
        self.scanner = Scanner(lexicon, literals)
        self._symbols = self._number_combinations(rules)
        # The meanings of words live as long as the scanner, so their identity is a key, and a fast one.
        self._of_word = {id(meaning): self._symbols[frozenset(meaning)] for meaning in self.scanner.words.values()}
        self._of_word[id(NOTHING)] = NO_SYMBOL
        self._doubtful = frozenset(
            symbol for categories, symbol in self._symbols.items() if not doubted.isdisjoint(categories)
        )
        self._stages = tuple(
            Stage([self._compile(rule) for family in stage for rule in family.rules]) for stage in stages
        )

    def _number_combinations(self, rules: Iterable[Rule]) -> dict[frozenset[str], str]:
        """A private character for each combination of categories that can come."""
        combinations = {frozenset(meaning) for meaning in self.scanner.words.values()}
        combinations |= {frozenset(plain_number(form)) for form in NUMBER_FORMS}
        combinations |= {
            frozenset({kind}) for kind in ("ISO", "SLASHED", "CLOCK", "DECADE", "CODE", "SHORT", "ORD", "ISOWEEK")
        }
        combinations |= {frozenset({"ORD", "DAYORD", "DAYTH"}), frozenset({"over"})} | {
            rule.gives for rule in rules if rule.gives
        }
        ordered = sorted(combinations - {frozenset()}, key=sorted)
        return {categories: chr(FIRST_SYMBOL + index) for index, categories in enumerate(ordered)}

    def _compile(self, rule: Rule) -> Compiled:
        """Translate a pattern to a regular expression over private characters. Raises ValueError."""
        out: list[str] = []
        names: dict[str, str] = {}
        name = ""
        taken = {part["name"] for part in PATTERN_PART.finditer(rule.pattern) if part["name"]}
        position = 0
        while position < len(rule.pattern):
            part = PATTERN_PART.match(rule.pattern, position)
            if not part:
                raise ValueError(f"rule {rule.name!r}: cannot read {rule.pattern[position:]!r}")
            position = part.end()
            if part["name"]:
                name = part["name"]
            elif part["category"] or part["word"]:
                category = part["category"] or part["word"]
                symbols = self._class(category, rule)
                label = name or (category.lower() if part["category"] and category.lower() not in taken else "")
                taken.add(label)
                if out and out[-1] in {"(?!", "(?<!"}:
                    out.append(f"{symbols})")
                elif label:
                    names[label] = category
                    out.append(f"(?P<{label}>{symbols})")
                else:
                    out.append(symbols)
                name = ""
            elif part["operator"]:
                opened = f"(?P<{name}>" if name else "(?:"
                name = "" if part["operator"] == "(" else name
                out.append(
                    {"(": opened, "<": "(?P<extent>", ">": ")", "!": "(?!", "~": "(?<!"}.get(
                        part["operator"], part["operator"]
                    )
                )
        expression = re.compile("".join(out))
        parameters = inspect.signature(rule.build).parameters.values()
        wanted = tuple(one.name for one in parameters if one.name in expression.groupindex)
        for one in parameters:
            if one.name not in wanted and one.default is inspect.Parameter.empty:
                raise ValueError(f"rule {rule.name!r}: no part is named {one.name!r}")
        return Compiled(rule, expression, wanted, names, "extent" in expression.groupindex)

    def _class(self, category: str, rule: Rule) -> str:
        symbols = "".join(symbol for categories, symbol in self._symbols.items() if category in categories)
        if not symbols:
            raise ValueError(f"rule {rule.name!r}: nothing is a {category}")
        return f"[{symbols}]"

    def symbol(self, node: Node) -> str:
        """The private character of a node's categories."""
        if not node.meaning:
            return NO_SYMBOL
        return self._of_word.get(id(node.meaning)) or self._symbols.get(frozenset(node.meaning), NO_SYMBOL)

    def read(self, text: str, keep: Callable[[Node], bool]) -> list[Node]:
        """Nodes of a text after all stages. `keep` says whether a token of a doubted category is to be believed."""
        nodes = self.scanner.scan(text)
        of_word, doubtful = self._of_word, self._doubtful
        symbols = [of_word.get(id(node.meaning)) or self.symbol(node) for node in nodes]
        for number, symbol in enumerate(symbols):
            if symbol in doubtful:
                node = nodes[number]
                meaning = node.meaning
                if not keep(node):
                    node.meaning = NOTHING
                if node.meaning is not meaning:
                    symbols[number] = self.symbol(node)
        for stage in self._stages:
            nodes, symbols = stage.rewrite(nodes, symbols, self.symbol)
        return nodes
