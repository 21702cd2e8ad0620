"""How much an article is about an entity, from 0 to 1.

    salience = 0.20 headline + 0.20 lead + 0.40 frequency + 0.15 spread + 0.05 subject

`headline` is 1 where the headline names it; `lead` is 1 at the beginning of the text and halves every 300 code points
up to the first mention; `frequency` is log(1 + mentions) over that of the most mentioned entity; `spread` is the share
of the text between first and last mention; `subject` is 1 where a mention is a grammatical subject. Mentions in photo
credits count for neither frequency, spread nor subject: the photographer is not the story. The features are those of
Dunietz and Gillick (EACL 2014); the weights were compared on news whose salient entities summary writers chose, and
rounded.
"""

from math import log1p

from services.nlp.entities.clusters import Cluster
from services.nlp.entities.mention import Mention
from services.nlp.entities.words import Words

HEADLINE, LEAD, FREQUENCY, SPREAD, SUBJECT = 0.20, 0.20, 0.40, 0.15, 0.05
HALVING = 300
"""Code points: two or three sentences, the length of a lead."""
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
DIGITS = 4


def salience(words: Words, cluster: Cluster, most: int, credited: frozenset[int]) -> float:
    """The salience of a cluster.

    `most` is the number of mentions of the most mentioned one, `credited` holds the words of photo credits.
    """
    told = [mention for mention in cluster.mentions if mention.start not in credited]
    first = words.starts[cluster.mentions[0].start]
    reach = words.starts[told[-1].start] - words.starts[told[0].start] if told else 0
    score = (
        HEADLINE * (first < words.headline_end)
        + LEAD * 2 ** (-first / HALVING)
        + FREQUENCY * log1p(len(told)) / log1p(max(1, most))
        + SPREAD * reach / max(1, len(words.text))
        + SUBJECT * any(_is_subject(words, mention) for mention in told)
    )
    return round(min(1.0, max(0.0, score)), DIGITS)


def _is_subject(words: Words, mention: Mention) -> bool:
    """Whether one of the mention's words is the head of a subject."""
    return any(dep in SUBJECTS for dep in words.deps[mention.start : mention.end])
