"""Draw the panels of the dashboard from the answers of a Prometheus, for the documentation.

    .venv/bin/python deploy/grafana/picture.py http://localhost:9090 docs/images/dashboard.png

`make picture` does so from a service under load. It is a likeness, not Grafana: same panels, queries, and real answers.
"""  # noqa: INP001  # a script, not a package

import json
import math
import re
import sys
import time
import urllib.parse
import urllib.request
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import matplotlib as mpl

mpl.use("agg")

import matplotlib.pyplot as plt
from matplotlib import dates
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter

DASHBOARD = Path(__file__).parent / "dashboards" / "dateline.json"
STEP_SECONDS = 1
RATE_INTERVAL = "20s"
JOB = "dateline"
BACKGROUND, SURFACE, INK, FAINT, GOOD, BAD = "#111217", "#181b1f", "#d8d9da", "#3a3d44", "#73bf69", "#f2495c"
COLOURS = ("#73bf69", "#f2cc0c", "#8ab8ff", "#ff780a", "#f2495c", "#5794f2", "#b877d9", "#ffcb7d", "#96d98d", "#c7d0d9")
LABEL = re.compile(r"\{\{(\w+)\}\}")

Series = list[tuple[str, list[float], list[float]]]


def draw(prometheus: str, picture: Path) -> None:
    """The whole dashboard, on its own grid of 24 columns."""
    panels = json.loads(DASHBOARD.read_text(encoding="utf-8"))["panels"]
    rows = max(panel["gridPos"]["y"] + panel["gridPos"]["h"] for panel in panels)
    plt.rcParams |= {"text.color": INK, "xtick.color": INK, "ytick.color": INK, "font.size": 6.5}
    figure = plt.figure(figsize=(15, rows * 0.31), facecolor=BACKGROUND)
    now = time.time()
    start = now - _seconds_of_data(prometheus, now)
    for panel in panels:
        place = panel["gridPos"]
        left, width = place["x"] / 24, place["w"] / 24
        bottom, height = 1 - (place["y"] + place["h"]) / rows, place["h"] / rows
        if panel["type"] == "row":
            figure.text(left + 0.006, bottom + height * 0.25, panel["title"], fontsize=10, weight="bold")
            continue
        box = (left + 0.032, bottom + 0.30 / rows * 4, width - 0.042, height - 0.62 / rows * 4)
        axes = figure.add_axes(box, facecolor=SURFACE)
        _draw_panel(axes, panel, _answers(prometheus, panel, start, now))
    picture.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(picture, dpi=110, facecolor=BACKGROUND)


def _seconds_of_data(prometheus: str, now: float) -> float:
    """How far back the service has been watched; half an hour at most, as on the dashboard."""
    first = _ask(prometheus, "query", query=f'min_over_time(timestamp(up{{job="{JOB}"}})[30m:1s])', time=str(now))
    return now - float(first[0]["value"][1])


def _answers(prometheus: str, panel: dict[str, Any], start: float, end: float) -> Series:
    """Every series of every query of a panel: its legend, times and values."""
    found: Series = []
    for target in panel["targets"]:
        query = target["expr"].replace("$__rate_interval", RATE_INTERVAL).replace("$job", JOB)
        times = {"start": str(start), "end": str(end), "step": str(STEP_SECONDS)}
        for series in _ask(prometheus, "query_range", query=query, **times):
            metric = series["metric"]
            legend = LABEL.sub(lambda match, metric=metric: metric.get(match[1], ""), target["legendFormat"])
            xs = [float(dates.date2num(datetime.fromtimestamp(moment, UTC))) for moment, _ in series["values"]]
            found.append((legend, xs, [float(value) for _, value in series["values"]]))
    return found


def _ask(prometheus: str, what: str, **parameters: str) -> list[dict[str, Any]]:
    form = urllib.parse.urlencode(parameters).encode()
    with urllib.request.urlopen(f"{prometheus}/api/v1/{what}", form, timeout=30) as response:  # noqa: S310  # as told
        found: list[dict[str, Any]] = json.load(response)["data"]["result"]
    return found


def _draw_panel(axes: Axes, panel: dict[str, Any], series: Series) -> None:
    axes.set_title(panel["title"], loc="left", fontsize=8, color=INK, pad=4)
    for side in axes.spines.values():
        side.set_color(FAINT)
    match panel["type"]:
        case "stat":
            _draw_stat(axes, panel, series)
        case "heatmap":
            _draw_heatmap(axes, panel, series)
        case _:
            _draw_lines(axes, panel, series)


def _draw_stat(axes: Axes, panel: dict[str, Any], series: Series) -> None:
    axes.set_xticks([])
    axes.set_yticks([])
    value = series[0][2][-1]
    steps = panel["fieldConfig"]["defaults"]["thresholds"]["steps"]
    colour = [step["color"] for step in steps if step["value"] is None or value >= step["value"]][-1]
    text = _format(value, panel["fieldConfig"]["defaults"]["unit"])
    shade = GOOD if colour == "green" else BAD
    axes.text(0.5, 0.5, text, ha="center", va="center", fontsize=20, color=shade, transform=axes.transAxes)


def _draw_lines(axes: Axes, panel: dict[str, Any], series: Series) -> None:
    defaults = panel["fieldConfig"]["defaults"]
    shown = [(legend, xs, [value if math.isfinite(value) else math.nan for value in ys]) for legend, xs, ys in series]
    if defaults.get("custom", {}).get("stacking", {}).get("mode") == "normal":
        # Series that began later have nothing before; a stack needs them all at the same times.
        moments = sorted({moment for _, xs, _ in shown for moment in xs})
        shown = [(legend, xs, ys) for legend, xs, ys in shown if any(value > 0 for value in ys)]
        stacked = [[dict(zip(xs, ys, strict=True)).get(moment, 0.0) for moment in moments] for _, xs, ys in shown]
        stacked = [[0.0 if math.isnan(value) else value for value in ys] for ys in stacked]
        if shown:
            axes.margins(y=0)
            axes.stackplot(moments, *stacked, labels=[legend for legend, *_ in shown], colors=COLOURS, alpha=0.75)
    else:
        for number, (legend, xs, ys) in enumerate(shown):
            axes.plot(xs, ys, label=legend, color=COLOURS[number % len(COLOURS)], linewidth=1)
        for step in defaults["thresholds"]["steps"]:
            if step["value"] is not None and axes.get_ylim()[1] > step["value"] * 0.4:
                axes.axhline(step["value"], color=BAD, linewidth=0.7, linestyle="--")
    # Room for the legend above the lines.
    axes.set_ylim(0, (axes.get_ylim()[1] or 1) * 1.25)
    _finish(axes, defaults["unit"])
    if shown:
        axes.legend(
            loc="upper left", ncols=4, fontsize=5.5, facecolor=SURFACE, edgecolor="none", labelcolor=INK, framealpha=0.6
        )


def _draw_heatmap(axes: Axes, panel: dict[str, Any], series: Series) -> None:
    """Cumulative buckets become the share of each bucket at each time."""
    buckets = sorted(((float(legend), xs, ys) for legend, xs, ys in series), key=lambda bucket: bucket[0])
    bounds = [bound for bound, *_ in buckets]
    counts = [[max(0.0, value) for value in ys] for *_, ys in buckets]
    own = [
        [value - below for value, below in zip(ys, lower, strict=False)]
        for ys, lower in zip(counts, [[0.0] * len(counts[0]), *counts[:-1]], strict=True)
    ]
    axes.pcolormesh(buckets[0][1], range(len(bounds)), own, cmap="inferno", shading="nearest")
    axes.set_yticks(range(0, len(bounds), 2), [f"{bound:g}" for bound in bounds[::2]])
    _finish(axes, None)
    axes.set_title(f"{panel['title']} (buckets, s)", loc="left", fontsize=8, color=INK, pad=4)


def _finish(axes: Axes, unit: str | None) -> None:
    axes.grid(visible=unit is not None, color=FAINT, linewidth=0.4)
    axes.margins(x=0)
    axes.xaxis.set_major_formatter(dates.DateFormatter("%M:%S"))
    if unit is not None:
        axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: _format(value, unit)))


def _format(value: float, unit: str) -> str:
    """A number with the unit that Grafana would give it."""
    match unit:
        case "percentunit":
            return f"{value * 100:.4g} %"
        case "bytes":
            return f"{value / 2**20:.3g} MiB"
        case "s":
            return f"{value * 1000:.3g} ms" if abs(value) < 1 else f"{value:.3g} s"
        case "reqps":
            return f"{value:.3g}/s"
    return f"{value:.3g}"


if __name__ == "__main__":
    draw(sys.argv[1], Path(sys.argv[2]))
