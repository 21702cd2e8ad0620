"""How long the temporal tagger takes for an article, beside the model and the whole enrichment."""

from statistics import mean, median

import pytest

from services.nlp.annotations import Document
from services.nlp.engine import STAGES, Engine
from tests.generated_articles import generate_articles

ARTICLES = 320


@pytest.mark.bench
def test_milliseconds_an_article() -> None:
    """Prints the median and the mean of the tagger and its share; every generated article holds times to find."""
    generated = [one.article for one in generate_articles(ARTICLES, seed=4)]
    documents = [
        Document(f"{one.headline}\n\n{one.body}", len(one.headline or ""), one.published_at) for one in generated
    ]
    engine = Engine.load()
    list(engine.analyse(documents[:64]))
    analysed = list(engine.analyse(documents))
    spent = {stage: [seconds[stage] * 1000 for _, seconds in analysed] for stage in STAGES}
    whole = sum(mean(spent[stage]) for stage in STAGES)
    words = median(len(document.text.split()) for document in documents)
    found = [len(annotations.timexes) for annotations, _ in analysed]
    tagger, model = mean(spent["timex"]), mean(spent["model"])
    print(  # noqa: T201  # a bench prints what it measures
        f"\n{ARTICLES} articles, median {words:.0f} words, {mean(found):.1f} times each"
        f"\ntagger: median {median(spent['timex']):.2f} ms, mean {tagger:.2f} ms"
        f"\nmodel: mean {model:.2f} ms (side by side: the tagger takes {tagger / model:.1%} of it)"
        f"\nwhole enrichment: mean {whole:.2f} ms (the tagger is {tagger / whole:.1%} of it)"
    )
    assert min(found) > 0
