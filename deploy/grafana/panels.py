"""What the dashboard shows: five questions of an operator, and the panels that answer each.

The panels are data; dashboard.py makes Grafana's JSON of them. `$job` and `$__rate_interval` are Grafana's to fill in.
"""  # noqa: INP001  # read by a script beside it

from dataclasses import dataclass
from typing import Literal

Kind = Literal["stat", "lines", "stack", "heatmap"]

LIMITS = {"freshness": 0.99, "success": 0.995}
"""The objectives, as in deploy/prometheus/rules."""


@dataclass(frozen=True)
class Panel:
    """One panel: PromQL expressions with their legends, `width` of Grafana's 24 columns, red beyond `bad`."""

    title: str
    kind: Kind
    unit: str
    queries: tuple[tuple[str, str], ...]
    description: str = ""
    width: int = 8
    bad: float | None = None
    bad_is_low: bool = False


@dataclass(frozen=True)
class Question:
    """A row of the dashboard."""

    title: str
    panels: tuple[Panel, ...]


def per_second(metric: str, *by: str) -> str:
    """The rate of a counter over all instances of the job, split by labels."""
    split = f" by ({', '.join(by)}) " if by else ""
    return f'sum{split}(rate({metric}{{job="$job"}}[$__rate_interval]))'


def quantiles(metric: str) -> tuple[tuple[str, str], ...]:
    """The median and the tail of a histogram."""
    return tuple(
        (f"histogram_quantile({quantile}, {per_second(f'{metric}_bucket', 'le')})", f"p{round(quantile * 100)}")
        for quantile in (0.5, 0.95, 0.99)
    )


def of_job(metric: str) -> str:
    """A gauge or recorded series of the job."""
    return f'{metric}{{job="$job"}}'


IN = per_second("dateline_articles_in_total")
OUT = f"{per_second('dateline_articles_enriched_total')} + {per_second('dateline_tombstones_total')}"
LETTERS = per_second("dateline_dead_letters_total")
ARTICLES = per_second("dateline_articles_enriched_total")
EVENTS = per_second("dateline_events_total")
BUSY = (
    'sum by (instance) (rate(dateline_article_seconds_sum{job="$job"}[$__rate_interval]))'
    ' / sum by (instance) (dateline_workers{job="$job"})'
)
STAGE_SECONDS = (
    f"{per_second('dateline_stage_seconds_sum', 'stage')} / scalar({per_second('dateline_article_seconds_count')} > 0)"
)
DATED = f'sum(rate(dateline_events_dated_total{{job="$job", method!="none"}}[$__rate_interval])) / ({EVENTS} > 0)'

FLOWING = Question(
    "Is the news flowing?",
    (
        Panel("In", "stat", "reqps", ((IN, "in"),), "Records taken from the raw topic a second.", 4),
        Panel("Out", "stat", "reqps", ((OUT, "out"),), "Enriched articles and tombstones published a second.", 4),
        Panel(
            "Dead letters in an hour", "stat", "short",
            (('sum(increase(dateline_dead_letters_total{job="$job"}[1h]))', "dead letters"),), width=4, bad=50,
        ),
        Panel(
            "Fresh, last hour", "stat", "percentunit",
            ((f"1 - {of_job('job:dateline_late_partitions:ratio_avg1h')}", "fresh"),),
            "The share of the partitions' time in which nothing waited for over a minute.", 4,
            LIMITS["freshness"], bad_is_low=True,
        ),
        Panel(
            "Succeeded, last hour", "stat", "percentunit",
            ((f"1 - {of_job('job:dateline_dead_letters:ratio_rate1h')}", "succeeded"),),
            "The share of the records that left as articles, not as dead letters.", 4,
            LIMITS["success"], bad_is_low=True,
        ),
        Panel(
            "Alerts firing", "stat", "short",
            (('count(ALERTS{alertname=~"Dateline.*", alertstate="firing"}) or vector(0)', "alerts"),),
            "Each has a runbook.", 4, 1,
        ),
        Panel(
            "Records a second", "lines", "reqps", ((IN, "in"), (OUT, "out"), (LETTERS, "dead letters")),
            "In above out is a backlog that grows. In counts records again that a lane had to take again.", 16,
        ),
        Panel(
            "Instances and lanes", "lines", "short",
            (
                ('sum(up{job="$job"})', "instances"),
                ('sum(min by (instance) (dateline_ready{job="$job"}))', "instances ready"),
                ('sum by (state) (dateline_lanes{job="$job"})', "lanes {{state}}"),
            ),
            "Every partition should have a lane, ready or committing.",
        ),
    ),
)  # fmt: skip

LATE = Question(
    "How late is it?",
    (
        Panel(
            "Oldest unprocessed record, by partition", "lines", "s",
            (('max by (partition) (dateline_oldest_unprocessed_seconds{job="$job"})', "partition {{partition}}"),),
            "One partition alone that climbs is a lane in trouble; all of them are too much work or no broker.", 8, 60,
        ),
        Panel(
            "Lag, by partition", "lines", "short",
            (('max by (partition) (dateline_lag_records{job="$job"})', "partition {{partition}}"),),
            "Records written and not yet committed.",
        ),
        Panel(
            "From taking a record to its commit", "lines", "s", quantiles("dateline_article_delay_seconds"),
            "The service's own share of the lateness.",
        ),
    ),
)  # fmt: skip

COST = Question(
    "What does it cost?",
    (
        Panel(
            "Seconds per article, by stage", "stack", "s",
            ((STAGE_SECONDS, "{{stage}}"),),
            "Where the time of a worker goes.",
        ),
        Panel(
            "Workers busy", "lines", "percentunit",
            ((BUSY, "{{instance}}"),),
            "At 100 % an instance can do no more: add one, up to the number of partitions.", 8, 0.9,
        ),
        Panel(
            "Seconds of work on an article", "heatmap", "s",
            ((per_second("dateline_article_seconds_bucket", "le"), "{{le}}"),),
            "Outliers are long articles, or something about them that the analysis finds hard.",
        ),
        Panel(
            "Records in a batch", "lines", "short",
            (
                (
                    f"{per_second('dateline_batch_records_sum')} / {per_second('dateline_batch_records_count')}",
                    "mean",
                ),
            ),
            "Ones are idle workers, full ones (32) are a backlog.", 6,
        ),
        Panel(
            "Transactions", "lines", "s", quantiles("dateline_transaction_seconds"),
            "From begin to commit: the broker's share.", 6,
        ),
        Panel(
            "In flight", "lines", "bytes",
            (('sum by (instance) (dateline_inflight_bytes{job="$job"})', "{{instance}}"),),
            "Taken and not yet committed; DATELINE_INFLIGHT_BYTES bounds it.", 6,
        ),
        Panel(
            "Memory", "lines", "bytes",
            (
                ('sum by (instance) (process_resident_memory_bytes{job="$job"})', "service {{instance}}"),
                ('sum by (instance) (dateline_worker_memory_bytes{job="$job"})', "workers {{instance}}"),
            ),
            "What the workers share is counted for each of them.", 6,
        ),
    ),
)  # fmt: skip

FOUND = Question(
    "What does it find?",
    (
        Panel(
            "Entities and events per article", "lines", "short",
            (
                (f"{per_second('dateline_entities_total')} / ({ARTICLES} > 0)", "entities"),
                (f"{EVENTS} / ({ARTICLES} > 0)", "events"),
            ),
            "A step without a release is a feed that has changed.", 6,
        ),
        Panel(
            "Events with a date", "lines", "percentunit",
            ((DATED, "dated"),),
            "A fall to nothing is often a feed that has lost its published_at.", 6,
        ),
        Panel(
            "Events, by what gave them their date", "stack", "short",
            ((per_second("dateline_events_dated_total", "method"), "{{method}}"),),
            "`none` where nobody can know it from the article.", 6,
        ),
        Panel(
            "Articles, by status of their analysis", "stack", "reqps",
            ((per_second("dateline_articles_enriched_total", "status"), "{{status}}"),),
            "Articles in a language without a model pass through without annotations.", 6,
        ),
    ),
)  # fmt: skip

WRONG = Question(
    "What is wrong?",
    (
        Panel(
            "Dead letters, by reason", "stack", "reqps",
            ((per_second("dateline_dead_letters_total", "reason"), "{{reason}}"),),
            "`dateline dlq list` shows them.",
        ),
        Panel(
            "Sessions ended by an error", "stack", "short",
            ((per_second("dateline_transactions_aborted_total", "reason"), "{{reason}}"),),
            "Fenced ones belong to rebalances; timeouts and retriable ones to the broker.",
        ),
        Panel(
            "Rebalances and restarts in a quarter of an hour", "lines", "short",
            (
                ('max(increase(dateline_rebalances_total{job="$job"}[15m]))', "rebalances"),
                ('sum by (reason) (increase(dateline_worker_restarts_total{job="$job"}[15m]))', "workers: {{reason}}"),
                ('sum(changes(process_start_time_seconds{job="$job"}[15m]))', "instances"),
            ),
            "A rebalance a rollout and none between is how it should be.",
        ),
    ),
)  # fmt: skip

QUESTIONS = (FLOWING, LATE, COST, FOUND, WRONG)
