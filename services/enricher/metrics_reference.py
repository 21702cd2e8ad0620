"""The documentation's table of metrics.

Written by `python -m services.enricher.metrics_reference > docs/reference/metrics.md`.
"""

import sys

from prometheus_client.metrics import MetricWrapperBase

from services.enricher.metrics import Metrics

HEAD = """# Metrics

Served at `/metrics` as Prometheus text or, where a reader asks for it, as OpenMetrics. This page is made from
`services/enricher/metrics.py`; a test fails when the two differ.

Besides these there are the usual metrics of the process: `process_*`, `python_*`.

| name | type | labels | meaning |
|---|---|---|---|
"""

SUFFIXES = {"counter": "_total", "info": "_info"}


def reference() -> str:
    """The page, in Markdown."""
    found = [metric for metric in vars(Metrics()).values() if isinstance(metric, MetricWrapperBase)]
    return HEAD + "".join(_row(metric) for metric in found)


def _row(metric: MetricWrapperBase) -> str:
    name = metric._name + SUFFIXES.get(metric._type or "", "")  # noqa: SLF001  # the library has no other way to ask
    labels = ", ".join(f"`{label}`" for label in metric._labelnames)  # noqa: SLF001  # the same
    return f"| `{name}` | {metric._type} | {labels} | {metric._documentation} |\n"  # noqa: SLF001  # the same


if __name__ == "__main__":
    sys.stdout.write(reference())
