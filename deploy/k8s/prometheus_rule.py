"""Print the PrometheusRule of deploy/k8s/base, made from the rules in deploy/prometheus/rules.

    .venv/bin/python deploy/k8s/prometheus_rule.py > deploy/k8s/base/prometheus-rule.yaml

Kustomize cannot lift a plain rules file into a resource, so it is made here; a test fails when the two differ.
"""  # noqa: INP001  # a script, not a package

import sys
from pathlib import Path

import yaml

RULES = Path(__file__).parents[1] / "prometheus" / "rules"
HEADER = "# Made by deploy/k8s/prometheus_rule.py from deploy/prometheus/rules; edit those.\n"


def prometheus_rule() -> str:
    """The resource as YAML, every group of every rules file in it."""
    groups = [
        group
        for path in sorted(RULES.glob("*.yml"))
        for group in yaml.safe_load(path.read_text(encoding="utf-8"))["groups"]
    ]
    resource = {
        "apiVersion": "monitoring.coreos.com/v1",
        "kind": "PrometheusRule",
        "metadata": {"name": "dateline-enricher"},
        "spec": {"groups": groups},
    }
    return HEADER + yaml.safe_dump(resource, sort_keys=False, width=120)


if __name__ == "__main__":
    sys.stdout.write(prometheus_rule())
