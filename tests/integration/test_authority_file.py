"""An authority file links entities, and the result says which file it was."""

import json
from hashlib import sha256
from pathlib import Path

from services.enricher.core.outcome import Enriched
from services.enricher.core.work import Item, PipelineOptions
from services.enricher.pipeline import Pipeline
from services.enricher.settings import EnricherSettings
from services.enricher.worker import WorkerSpec

SEEDS = Path(__file__).parents[2] / "seeds"
ARTICLE = {"article_id": "a", "body": "ALDMOOR (Example) - Mara Lindqvist reopened the harbour.", "language": "en"}


def test_entities_are_linked_and_the_version_names_the_file() -> None:
    """What the setting names is what the pipeline links by, and another file would be another pipeline version."""
    path = SEEDS / "authority.csv"
    spec = WorkerSpec.from_json(EnricherSettings(authority_file=path).worker_spec.to_json())
    assert spec.options == PipelineOptions(authority=str(path))
    (done,) = Pipeline.load(spec.options).run([Item(b"a", json.dumps(ARTICLE).encode())])
    assert isinstance(done.outcome, Enriched)
    article = json.loads(done.outcome.value)
    links = {entity["name"]: entity["link"] for entity in article["entities"]}
    assert links["Mara Lindqvist"] == "newsroom:person/mara-lindqvist"
    assert article["analysis"]["pipeline"].endswith(f", authority {sha256(path.read_bytes()).hexdigest()[:8]}")
