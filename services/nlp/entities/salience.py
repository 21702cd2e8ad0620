"""How much an article is about an entity, from 0 to 1.

    salience = 0.30 headline + 0.25 lead + 0.30 frequency + 0.15 subject

`headline` is 1 where the headline names it; `lead` falls in a straight line from 1 at the beginning of the text to 0 at its end,
by the first mention; `frequency` is log(1 + mentions) over that of the most mentioned entity; `subject` the share of its
mentions that are, or stand inside, a grammatical subject. The features are those of Dunietz and Gillick (EACL 2014); the weights
were set on news annotated by summary writers and rounded.
"""

from math import log1p

from services.nlp.entities.clusters import Cluster
from services.nlp.entities.mention import Mention
from services.nlp.entities.words import Words

HEADLINE, LEAD, FREQUENCY, SUBJECT = 0.30, 0.25, 0.30, 0.15
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "ROOT"})
DIGITS = 4


def salience(words: Words, cluster: Cluster, most: int) -> float:
    """The salience of a cluster; `most` is the number of mentions of the most mentioned one."""
    first = words.starts[cluster.mentions[0].start]
    score = (
        HEADLINE * (first < words.headline_end)
        + LEAD * (1 - first / max(1, len(words.text)))
        + FREQUENCY * log1p(len(cluster.mentions)) / log1p(max(1, most))
        + SUBJECT * sum(_is_subject(words, m) for m in cluster.mentions) / len(cluster.mentions)
    )
    return round(min(1.0, max(0.0, score)), DIGITS)


def _is_subject(words: Words, mention: Mention) -> bool:
    """Whether one of the mention's words is the head of a subject."""
    return any(dep in SUBJECTS for dep in words.deps[mention.start : mention.end])
