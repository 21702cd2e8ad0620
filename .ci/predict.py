"""Write predictions for a gold file in the form its scorers read: predict.py GOLD.jsonl [--clusters] > PRED.jsonl."""

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from schemas import Entity, Event, Timex
from services.nlp.annotations import Document
from services.nlp.engine import Engine


def scored(event: dict[str, Any]) -> dict[str, Any]:
    """One event as the scorer of events reads it."""
    return event | event["trigger"] | {"date": event["date"]["value"]}


def flat(clusters: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One entry a mention, as the scorer of events wants them; the scorer of entities wants clusters."""
    return [mention | {"label": cluster["label"]} for cluster in clusters for mention in cluster["mentions"]]


def main() -> None:
    """Analyse every document as the service would."""
    gold = [json.loads(line) for line in Path(sys.argv[1]).read_text("utf-8").splitlines() if line.strip()]
    documents = [
        Document(doc["text"], 0, datetime.fromisoformat(doc["dct"]) if doc.get("dct") else None) for doc in gold
    ]
    for doc, (found, _) in zip(gold, Engine.load().analyse(documents), strict=True):
        events = [scored(Event.model_validate(event).model_dump(mode="json")) for event in found.events]
        clusters = [Entity.model_validate(entity).model_dump(mode="json") for entity in found.entities]
        prediction = {
            "doc_id": doc["doc_id"],
            "entities": clusters if "--clusters" in sys.argv else flat(clusters),
            "timexes": [Timex.model_validate(timex).model_dump(mode="json") for timex in found.timexes],
            "events": events,
        }
        sys.stdout.write(json.dumps(prediction) + "\n")


main()
