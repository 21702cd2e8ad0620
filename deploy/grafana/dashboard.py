"""Print the dashboard as Grafana's JSON, made from panels.py with Grafana's own builders.

    .venv/bin/python deploy/grafana/dashboard.py > deploy/grafana/dashboards/dateline.json   (or: make dashboard)

A test fails when the committed JSON differs.
"""  # noqa: INP001  # a script, not a package

import sys
from itertools import count
from string import ascii_uppercase

from grafana_foundation_sdk.builders import common, dashboard, heatmap, prometheus, stat, timeseries
from grafana_foundation_sdk.cog.encoder import JSONEncoder
from grafana_foundation_sdk.models.common import GraphTresholdsStyleMode, LegendDisplayMode, StackingMode
from grafana_foundation_sdk.models.dashboard import DashboardCursorSync, DataSourceRef, Threshold, ThresholdsMode
from panels import QUESTIONS, Panel

Builder = stat.Panel | timeseries.Panel | heatmap.Panel

SOURCE = DataSourceRef(type_val="prometheus", uid="${source}")
HEIGHTS = {"stat": 4, "lines": 8, "stack": 8, "heatmap": 8}


def build() -> str:
    """The whole dashboard as JSON."""
    board = (
        dashboard.Dashboard("Dateline")
        .uid("dateline")
        .description("Is the news flowing, how late is it, what does it cost, what does it find, what is wrong?")
        .tags(["dateline"])
        .readonly()
        .refresh("10s")
        .time("now-30m", "now")
        .timezone("browser")
        .tooltip(DashboardCursorSync.CROSSHAIR)
        .with_variable(dashboard.DatasourceVariable("source").label("Prometheus").type("prometheus"))
        .with_variable(
            dashboard.QueryVariable("job")
            .label("Job")
            .datasource(SOURCE)
            .query("label_values(dateline_workers, job)")
            .current({"text": "dateline", "value": "dateline"})
        )
    )
    ids = count(1)
    for question in QUESTIONS:
        board = board.with_row(dashboard.Row(question.title).id(next(ids)))
        for panel in question.panels:
            board = board.with_panel(_panel(panel).id(next(ids)))
    return JSONEncoder(sort_keys=True, indent=2).encode(board.build()) + "\n"


def _panel(panel: Panel) -> Builder:
    builder = _empty(panel)
    builder.title(panel.title).description(panel.description).datasource(SOURCE).unit(panel.unit)
    builder.span(panel.width).height(HEIGHTS[panel.kind]).thresholds(_thresholds(panel))
    for letter, (expression, legend) in zip(ascii_uppercase, panel.queries, strict=False):
        query = prometheus.Dataquery().ref_id(letter).expr(expression).legend_format(legend)
        builder.with_target(query.format("heatmap") if panel.kind == "heatmap" else query)
    return builder


def _empty(panel: Panel) -> Builder:
    match panel.kind:
        case "stat":
            return stat.Panel()
        case "heatmap":
            return heatmap.Panel()
    lines = timeseries.Panel().min(0).fill_opacity(10).line_width(1)
    lines.legend(common.VizLegendOptions().display_mode(LegendDisplayMode.LIST).show_legend(show_legend=True))
    if panel.kind == "stack":
        lines.fill_opacity(40).stacking(common.StackingConfig().mode(StackingMode.NORMAL))
    if panel.bad is not None:
        lines.thresholds_style(common.GraphThresholdsStyleConfig().mode(GraphTresholdsStyleMode.LINE))
    return lines


def _thresholds(panel: Panel) -> dashboard.ThresholdsConfig:
    first, beyond = ("red", "green") if panel.bad_is_low else ("green", "red")
    steps = [Threshold(value=None, color=first)]
    if panel.bad is not None:
        steps.append(Threshold(value=panel.bad, color=beyond))
    return dashboard.ThresholdsConfig().mode(ThresholdsMode.ABSOLUTE).steps(steps)


if __name__ == "__main__":
    sys.stdout.write(build())
