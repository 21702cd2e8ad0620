"""What each part of the analysis takes of an article's time, and how long the temporal tagger takes."""

from statistics import mean, median

import pytest

from services.nlp.annotations import Document
from services.nlp.engine import STAGES, Engine
from tests.generated_articles import generate_articles

ARTICLES = 320


@pytest.mark.bench
def test_milliseconds_an_article() -> None:
    """Prints the time of each part beside the model's; every generated article holds times and events to find."""
    generated = [one.article for one in generate_articles(ARTICLES, seed=4)]
    documents = [
        Document(f"{one.headline}\n\n{one.body}", len(one.headline or ""), one.published_at) for one in generated
    ]
    engine = Engine.load()
    list(engine.analyse(documents[:64]))
    analysed = list(engine.analyse(documents))
    spent = {stage: [seconds[stage] * 1000 for _, seconds in analysed] for stage in STAGES}
    whole = sum(mean(spent[stage]) for stage in STAGES)
    own = whole - mean(spent["model"])
    words = median(len(document.text.split()) for document in documents)
    times = [len(annotations.timexes) for annotations, _ in analysed]
    events = [len(annotations.events) for annotations, _ in analysed]
    lines = [
        f"{ARTICLES} articles, median {words:.0f} words, {mean(times):.1f} times and {mean(events):.1f} events each",
        *(
            f"{stage:9} median {median(spent[stage]):6.2f} ms, mean {mean(spent[stage]):6.2f} ms, "
            f"{mean(spent[stage]) / whole:6.1%} of the whole"
            for stage in STAGES
        ),
        f"own code beside the model: {own:.2f} of {whole:.2f} ms, {own / whole:.1%}",
    ]
    print("", *lines, sep="\n")  # noqa: T201  # a bench prints what it measures
    assert min(times) > 0
    assert min(events) > 0
