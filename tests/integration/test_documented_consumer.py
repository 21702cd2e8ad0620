"""The consumer in docs/how-to/consume-the-enriched-topic.md does what the page says."""

import asyncio
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.generated_articles import generate_articles
from tests.service import RunningService
from tests.stage import Message, Stage

DAY = r"(?:\d{4}-\d\d-\d\d|\.\.)"
"""A day, or an open end."""

PAGE = Path(__file__).parents[2] / "docs/how-to/consume-the-enriched-topic.md"


async def test_the_documented_consumer_prints_a_timeline(
    stage: Stage, service_on: Callable[..., RunningService]
) -> None:
    """Run as it stands on the page, it prints a dated line for events, and a withdrawal for a tombstone."""
    (code,) = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    await service_on(stage).start()
    articles = list(generate_articles(3))
    stage.produce([*(Message(article.key, article.value) for article in articles), Message(articles[0].key, None)])
    ran = await asyncio.to_thread(_run, code, stage.environment | {"ARTICLES": "4"})
    assert ran.returncode == 0, ran.stderr
    lines = ran.stdout.splitlines()
    assert f"withdrawn: {articles[0].article.article_id}" in lines
    dated = [line for line in lines if re.match(rf"{DAY}/{DAY}  \w+", line)]
    assert len(dated) > 10
    assert len(dated) == len(lines) - 1


def _run(code: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
