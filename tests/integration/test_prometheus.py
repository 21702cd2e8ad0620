"""A real Prometheus watches the real service at work: every panel, rule and alert has something to say.

With DATELINE_PICTURE naming a file, the load lasts longer and the panels are drawn into it (`make picture`).
"""

import asyncio
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.broker import TestBroker
from tests.generated_articles import generate_articles
from tests.prometheus import require_tool
from tests.service import RunningService
from tests.stage import Message, Stage

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
DASHBOARD = DEPLOY / "grafana/dashboards/dateline.json"
RULE_FILES = sorted((DEPLOY / "prometheus/rules").glob("*.yml"))
PICTURE = os.environ.get("DATELINE_PICTURE")
ROUNDS = 150 if PICTURE else 12
"""Seconds of load, one burst of records each."""

SCRAPE_SECONDS = 1


@dataclass(frozen=True)
class Observed:
    """A Prometheus that has watched a service under load, and the page that the service served at the end."""

    url: str
    page: str
    openmetrics: str

    def query(self, expression: str) -> list[dict[str, Any]]:
        """The instant vector (or scalar, as one sample) that an expression has now."""
        form = urllib.parse.urlencode({"query": expression}).encode()
        try:
            with urllib.request.urlopen(f"{self.url}/api/v1/query", form, timeout=10) as response:  # noqa: S310
                data = json.load(response)["data"]
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{expression}: {error.read().decode()}") from error
        return data["result"] if data["resultType"] == "vector" else [{"value": data["result"]}]

    def get(self, path: str) -> Any:  # noqa: ANN401  # JSON
        """The data of another page of the API."""
        with urllib.request.urlopen(f"{self.url}{path}", timeout=10) as response:  # noqa: S310  # our own
            return json.load(response)["data"]


@pytest.fixture(scope="module")
def observed(broker: TestBroker, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Observed]:
    """Prometheus with this project's rules, after it has watched the service work through articles and bad records."""
    require_tool("prometheus")
    folder = tmp_path_factory.mktemp("observed")
    stage = asyncio.run(Stage(broker.bootstrap_servers, f"observed-{time.time_ns()}", partitions=3).create())
    service = RunningService(stage, folder / "service")
    try:
        asyncio.run(service.start())
        with _prometheus(folder, service.port) as url:
            _load(stage, service)
            page = asyncio.run(service.get("/metrics"))[1]
            openmetrics = asyncio.run(service.get("/metrics", Accept="application/openmetrics-text"))[1]
            yield Observed(url, page, openmetrics)
            if PICTURE:
                subprocess.run([sys.executable, DEPLOY / "grafana/picture.py", url, PICTURE], cwd=ROOT, check=True)
        service.signal(signal.SIGTERM)
        assert service.wait(30) == 0
    finally:
        service.end()


def _load(stage: Stage, service: RunningService) -> None:
    """Articles in bursts, now and then a bad record, a tombstone, another language; a worker is lost on the way."""
    articles = generate_articles(20 * ROUNDS, seed=7)
    for number in range(ROUNDS):
        burst = 14 if number % 50 > 35 else 5
        stage.produce(Message(article.key, article.value) for _, article in zip(range(burst), articles, strict=False))
        if number % 5 == 2:
            german = {
                "article_id": f"urn:de:{number}",
                "body": "Der Hafen wurde am Dienstag geöffnet.",
                "language": "de",
            }
            stage.produce([Message(b"gone", None), Message(b"bad", b"{"), Message(b"de", json.dumps(german).encode())])
        if number == ROUNDS // 2:
            service.workers()[0].kill()
        time.sleep(1)


@contextmanager
def _prometheus(folder: Path, port: int) -> Iterator[str]:
    """The real one, configured as for docker-compose.yml but faster and with the service's own address."""
    configuration = yaml.safe_load((DEPLOY / "prometheus/prometheus.yml").read_text(encoding="utf-8"))
    configuration["global"] = {"scrape_interval": f"{SCRAPE_SECONDS}s", "evaluation_interval": f"{SCRAPE_SECONDS}s"}
    configuration["rule_files"] = [str(path) for path in RULE_FILES]
    (job,) = [job for job in configuration["scrape_configs"] if job["job_name"] == "dateline"]
    del job["dns_sd_configs"]
    job["static_configs"] = [{"targets": [f"127.0.0.1:{port}"]}]
    configuration["scrape_configs"] = [job]
    path = folder / "prometheus.yml"
    path.write_text(yaml.safe_dump(configuration), encoding="utf-8")
    address = f"127.0.0.1:{_free_port()}"
    with (folder / "prometheus.log").open("wb") as log:
        process = subprocess.Popen(
            [
                require_tool("prometheus"),
                f"--config.file={path}",
                f"--storage.tsdb.path={folder / 'tsdb'}",
                f"--web.listen-address={address}",
            ],
            stdout=log,
            stderr=log,
        )
    try:
        _wait_until_ready(f"http://{address}/-/ready", folder / "prometheus.log")
        yield f"http://{address}"
    finally:
        process.terminate()
        process.wait(20)


def _wait_until_ready(url: str, log: Path) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=2):  # noqa: S310  # our own
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(log.read_text())


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _panels() -> list[dict[str, Any]]:
    return [panel for panel in json.loads(DASHBOARD.read_text(encoding="utf-8"))["panels"] if panel["type"] != "row"]


def _rules(kind: str) -> list[dict[str, Any]]:
    groups = [group for path in RULE_FILES for group in yaml.safe_load(path.read_text(encoding="utf-8"))["groups"]]
    return [rule for group in groups for rule in group["rules"] if kind in rule]


def operands(expression: str) -> list[str]:
    """What an alert compares: its expression without `and`, `or` and the thresholds."""
    found = []
    for condition in re.split(r"\s(?:and|or)\s", expression):
        for side in re.split(r"\s(?:>|<|==)\s", condition):
            balanced = side.strip()
            while balanced.count("(") != balanced.count(")"):
                balanced = balanced[1:] if balanced.count("(") > balanced.count(")") else balanced[:-1]
            if re.search(r"[a-z]", balanced):
                found.append(balanced.strip())
    return found


def test_thresholds_are_taken_off_an_alert() -> None:
    """Of an alert's expression the test below asks for each side of each comparison that is not a number."""
    assert operands("(a:b > 14.4 * 0.01 and c:d > 2) or (e > 1)") == ["a:b", "c:d", "e"]
    assert operands("sum by (job) (rate(x[5m])) > sum(y)") == ["sum by (job) (rate(x[5m]))", "sum(y)"]


@pytest.mark.parametrize("panel", _panels(), ids=lambda panel: panel["title"])
def test_every_panel_shows_something(observed: Observed, panel: dict[str, Any]) -> None:
    """Each query of a panel has an answer that is a number."""
    for target in panel["targets"]:
        query = target["expr"].replace("$__rate_interval", "4m").replace("$job", "dateline")
        values = [sample["value"][1] for sample in observed.query(query)]
        assert values, query
        assert set(values) != {"NaN"}, query


@pytest.mark.parametrize("rule", _rules("record"), ids=lambda rule: rule["record"])
def test_every_recording_rule_records_something(observed: Observed, rule: dict[str, Any]) -> None:
    """Each recorded series is there and carries the job."""
    samples = observed.query(rule["record"])
    assert samples, rule["expr"]
    assert all(sample["metric"]["job"] == "dateline" for sample in samples)


@pytest.mark.parametrize("rule", _rules("alert"), ids=lambda rule: rule["alert"])
def test_every_alert_watches_something(observed: Observed, rule: dict[str, Any]) -> None:
    """Each side of each comparison in an alert has a value, so that silence means health and not a misspelt name."""
    expression = re.sub(r"^absent\((.*)\)$", r"\1", rule["expr"])
    for operand in operands(expression):
        assert observed.query(operand), operand


def test_prometheus_evaluates_every_rule_without_error(observed: Observed) -> None:
    """No rule fails in Prometheus' own view, and a healthy service is not called down, stalled or losing records."""
    groups = observed.get("/api/v1/rules")["groups"]
    rules = [rule for group in groups for rule in group["rules"]]
    assert len(rules) == len(_rules("record")) + len(_rules("alert"))
    assert {rule["health"] for rule in rules} == {"ok"}, [rule.get("lastError") for rule in rules]
    firing = {rule["name"] for rule in rules if rule.get("state") == "firing"}
    assert not firing & {"DatelineDown", "DatelineInstanceDown", "DatelineStalled", "DatelineRecordsExpired"}


def test_metrics_follow_the_conventions(observed: Observed) -> None:
    """`promtool check metrics` finds nothing to say about a live scrape."""
    checked = subprocess.run(
        [require_tool("promtool"), "check", "metrics"], input=observed.page, capture_output=True, text=True, check=False
    )
    complaints = [line for line in (checked.stdout + checked.stderr).splitlines() if line.strip()]
    assert complaints == []
    assert checked.returncode == 0


def test_openmetrics_is_served_to_who_asks(observed: Observed) -> None:
    """The same address speaks OpenMetrics, which ends in a mark that plain text has not."""
    assert observed.openmetrics.endswith("# EOF\n")
    assert not observed.page.endswith("# EOF\n")
    assert "dateline_build_info{" in observed.openmetrics
