"""The rules of deploy/prometheus: sound, tried both ways, explained, and about metrics that exist."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from prometheus_client import generate_latest

from services.enricher.metrics import Metrics
from tests.prometheus import require_tool

ROOT = Path(__file__).parents[2]
PROMETHEUS = ROOT / "deploy/prometheus"
RULES = [
    rule
    for path in sorted(PROMETHEUS.glob("rules/*.yml"))
    for group in yaml.safe_load(path.read_text(encoding="utf-8"))["groups"]
    for rule in group["rules"]
]
ALERTS = {rule["alert"]: rule for rule in RULES if "alert" in rule}
RULE_TESTS = sorted(PROMETHEUS.glob("tests/*.test.yml"))


def test_configuration_and_rules_are_sound() -> None:
    """Prometheus takes the configuration of docker-compose.yml and every rules file it names."""
    checked = subprocess.run(
        [require_tool("promtool"), "check", "config", "prometheus.yml"],
        cwd=PROMETHEUS,
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "2 rule files found" in checked.stdout


@pytest.mark.parametrize("path", RULE_TESTS, ids=lambda path: path.name)
def test_alerts_fire_when_they_must_and_only_then(path: Path) -> None:
    """The invented series of a test file make each alert fire, or hold its tongue, as the file says."""
    tested = subprocess.run(
        [require_tool("promtool"), "test", "rules", path.name],
        cwd=path.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert tested.returncode == 0, tested.stdout + tested.stderr


def test_every_alert_is_tried_both_ways() -> None:
    """Each alert has a case in which it must fire and one in which it must not."""
    expectations: dict[str, set[bool]] = {alert: set() for alert in ALERTS}
    for path in RULE_TESTS:
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))["tests"]:
            for expected in case.get("alert_rule_test", []):
                expectations[expected["alertname"]].add(bool(expected["exp_alerts"]))
    assert expectations == {alert: {True, False} for alert in ALERTS}


@pytest.mark.parametrize("alert", ALERTS)
def test_every_alert_has_a_runbook(alert: str) -> None:
    """The page that an alert links to is there, names the alert, and says what it means, how to look and what to do."""
    url = ALERTS[alert]["annotations"]["runbook_url"]
    page = ROOT / "docs" / re.sub(r"^https://[^/]+/(.*)\.html$", r"\1.md", url)
    text = page.read_text(encoding="utf-8")
    assert alert in text
    assert list(re.findall(r"^## (.*)$", text, re.MULTILINE))[:3] == [
        "What it means",
        "How to look",
        "What to do",
    ]


@pytest.mark.parametrize("alert", ALERTS)
def test_every_alert_says_how_urgent_it_is(alert: str) -> None:
    """An alert pages or files a ticket; there is no third kind that nobody reads."""
    assert ALERTS[alert]["labels"]["severity"] in {"page", "ticket"}


def test_rules_speak_of_metrics_that_exist() -> None:
    """Every metric named in a rule is one that the service serves or another rule records."""
    served = set(re.findall(r"^# TYPE (\w+)", generate_latest(Metrics().registry).decode(), re.MULTILINE))
    served |= {f"{name}_{part}" for name in served for part in ("sum", "count", "bucket")}
    recorded = {rule["record"] for rule in RULES if "record" in rule}
    for rule in RULES:
        names = set(re.findall(r"[\w:]*dateline_[\w:]+", rule["expr"]))
        assert names <= served | recorded, names - served - recorded


def test_the_cluster_has_the_same_rules() -> None:
    """The PrometheusRule of deploy/k8s holds exactly these rules."""
    script = ROOT / "deploy/k8s/prometheus_rule.py"
    made: str = subprocess.run([sys.executable, script], check=True, capture_output=True, text=True).stdout
    assert (ROOT / "deploy/k8s/base/prometheus-rule.yaml").read_text(encoding="utf-8") == made
    resource: dict[str, Any] = yaml.safe_load(made)
    assert sum(len(group["rules"]) for group in resource["spec"]["groups"]) == len(RULES)
