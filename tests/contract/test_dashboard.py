"""The Grafana dashboard: made from code, committed, and about metrics that exist."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml
from prometheus_client import generate_latest

from services.enricher.metrics import Metrics

ROOT = Path(__file__).parents[2]
GRAFANA = ROOT / "deploy/grafana"
COMMITTED = GRAFANA / "dashboards/dateline.json"


def _panels() -> list[dict[str, Any]]:
    return [panel for panel in json.loads(COMMITTED.read_text(encoding="utf-8"))["panels"] if panel["type"] != "row"]


def test_the_committed_dashboard_is_what_the_code_makes() -> None:
    """`make dashboard` would change nothing."""
    made = subprocess.run([sys.executable, GRAFANA / "dashboard.py"], check=True, capture_output=True, text=True).stdout
    assert COMMITTED.read_text(encoding="utf-8") == made


def test_panels_speak_of_metrics_that_exist() -> None:
    """Every metric in a panel is one that the service serves or a rule records."""
    served = set(re.findall(r"^# TYPE (\w+)", generate_latest(Metrics().registry).decode(), re.MULTILINE))
    served |= {f"{name}_{part}" for name in served for part in ("sum", "count", "bucket")}
    rules = yaml.safe_load((ROOT / "deploy/prometheus/rules/recording.yml").read_text(encoding="utf-8"))
    recorded = {rule["record"] for group in rules["groups"] for rule in group["rules"]}
    for panel in _panels():
        for target in panel["targets"]:
            names = set(re.findall(r"[\w:]*dateline_[\w:]+", target["expr"]))
            assert names <= served | recorded, (panel["title"], names - served - recorded)


def test_panels_fill_their_rows() -> None:
    """No panel sticks out of Grafana's 24 columns or lies on another."""
    taken: set[tuple[int, int]] = set()
    for panel in _panels():
        position = panel["gridPos"]
        cells = {
            (position["x"] + column, position["y"] + row)
            for column in range(position["w"])
            for row in range(position["h"])
        }
        assert all(column < 24 for column, _ in cells), panel["title"]
        assert not cells & taken, panel["title"]
        taken |= cells


def test_every_panel_has_a_unit_and_a_legend() -> None:
    """A number on a dashboard says what it is."""
    for panel in _panels():
        assert panel["fieldConfig"]["defaults"]["unit"], panel["title"]
        assert all(target["legendFormat"] for target in panel["targets"]), panel["title"]


def test_grafana_is_provisioned_with_what_compose_mounts() -> None:
    """Folder, data source and Prometheus' address fit together in docker-compose.yml."""
    compose = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["services"]
    grafana = compose["grafana"]
    mounts = dict(mount.split(":")[:2] for mount in grafana["volumes"])
    assert {ROOT / source for source in mounts} == {GRAFANA / "provisioning", GRAFANA / "dashboards"}
    dashboards = yaml.safe_load((GRAFANA / "provisioning/dashboards/dateline.yml").read_text(encoding="utf-8"))
    assert dashboards["providers"][0]["options"]["path"] == mounts["./deploy/grafana/dashboards"]
    assert grafana["environment"]["GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH"].endswith(f"/{COMMITTED.name}")
    source = yaml.safe_load((GRAFANA / "provisioning/datasources/prometheus.yml").read_text(encoding="utf-8"))
    assert source["datasources"][0]["url"] == "${PROMETHEUS_URL}"
    assert grafana["environment"]["PROMETHEUS_URL"] == "http://prometheus:9090"
    scraped = yaml.safe_load((ROOT / "deploy/prometheus/prometheus.yml").read_text(encoding="utf-8"))
    assert scraped["scrape_configs"][0]["dns_sd_configs"][0]["names"] == ["enricher"]
    assert "enricher" in compose
