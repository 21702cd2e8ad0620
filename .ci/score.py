"""Score the pipeline on gold corpora and fail where a figure falls below what was reached.

Usage: score.py GOLD_FOLDER [NAME …] [--reach]

The figures reached stand in reached.json beside this file: gold file -> figure -> value, in percent. Whoever works on a
layer adds its figures there; a gold file whose rows are all left out is not predicted. `--reach` raises the stored
figures to those just measured, where they are better.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

HERE = Path(__file__).parent
REACHED = HERE / "reached.json"
TOLERANCE = 0.3
"""Points that a figure may fall: rounding, and one document that another version of a library parses otherwise."""

LINE = re.compile(r"^(?P<name>\S[^:\n]*?)\s+(?:F1\s+)?(?P<values>-?\d+\.\d+.*)$")
NUMBER = re.compile(r"-?\d+\.\d+")


def main() -> int:
    """Predict and score every gold file that has figures to hold; 1 where one fell."""
    arguments = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    gold, only = Path(arguments[0]), arguments[1:]
    reached: dict[str, dict[str, float]] = json.loads(REACHED.read_text("utf-8"))
    fallen = []
    for name, figures in reached.items():
        if only and not any(part in name for part in only):
            continue
        measured = measure(gold, name)
        print(f"== {name}")  # noqa: T201  # a report
        for figure, value in measured.items():
            least = figures.get(figure)
            wrong = least is not None and value < least - TOLERANCE
            held = "" if least is None else f"  (reached {least:.2f}{', FALLEN' if wrong else ''})"
            print(f"   {figure:44} {value:6.2f}{held}")  # noqa: T201  # a report
            if wrong:
                fallen.append(f"{name}: {figure}")
        fallen += [f"{name}: {figure} is not measured any more" for figure in figures.keys() - measured.keys()]
        if "--reach" in sys.argv:
            figures |= {figure: max(least, round(measured.get(figure, least), 2)) for figure, least in figures.items()}
    if "--reach" in sys.argv:
        REACHED.write_text(json.dumps(reached, indent=2) + "\n", "utf-8")
    for one in fallen:
        print(f"fallen: {one}", file=sys.stderr)  # noqa: T201  # a report
    return 1 if fallen else 0


def measure(gold: Path, name: str) -> dict[str, float]:
    """Every figure of every scorer that reads the layers of a gold file, by `scorer: name`."""
    source = gold / f"{name}.jsonl"
    layers = json.loads(source.read_text("utf-8").splitlines()[0]).keys()
    with tempfile.TemporaryDirectory() as folder:
        flat, clusters = Path(folder, "flat.jsonl"), Path(folder, "clusters.jsonl")
        predict(source, flat)
        out: dict[str, float] = {}
        if "timexes" in layers:
            out |= run(gold / "score_timexes.py", source, flat, timex_figures, "timexes")
        if "triggers" in layers:
            out |= run(gold / "score_events.py", source, flat, printed_figures, "events")
            out |= run(gold / "score_events.py", source, flat, event_figures, "events")
        if "mentions" in layers:
            predict(source, clusters, "--clusters")
            out |= run(gold / "score_entities.py", source, clusters, printed_figures, "entities")
    return out


def predict(source: Path, target: Path, *options: str) -> None:
    """Write the pipeline's predictions for a gold file."""
    with target.open("w", encoding="utf-8") as stream:
        command = [sys.executable, "-W", "ignore", str(HERE / "predict.py"), str(source), *options]
        subprocess.run(command, stdout=stream, check=True)  # noqa: S603  # our own script


def run(
    scorer: Path, source: Path, predicted: Path, read: Callable[[str, list[str]], Mapping[str, float]], layer: str
) -> dict[str, float]:
    """The figures that a scorer prints."""
    command = [sys.executable, str(scorer), str(source), str(predicted)]
    if read in {timex_figures, event_figures}:
        command.append("--json")
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603  # a scorer of the folder
    return {f"{layer}: {figure}": value for figure, value in read(printed, command).items()}


def timex_figures(printed: str, _command: list[str]) -> dict[str, float]:
    """The four F1s of the scorer of time expressions."""
    figures = json.loads(printed)
    return {key: 100 * figures[f"{key}_f1"] for key in ("value", "type", "strict", "relaxed")}


def event_figures(printed: str, _command: list[str]) -> dict[str, float]:
    """F1 of triggers, negation, dates and participants, where the gold has them."""
    figures = json.loads(printed)
    found = {"triggers F1": figures["triggers"]["relaxed"], "negated F1": figures["polarity"]["NEG"]}
    if "dates" in figures:
        found |= {"dates F1": figures["dates"]["all"]["exact"], "other dates F1": figures["dates"]["non-DCT"]["exact"]}
    if "participants" in figures:
        given = figures["participants"]
        found |= {"participants F1": given["given"], "participants with roles F1": given["given, role"]}
    return {name: 100 * figure["f1"] for name, figure in found.items()}


def printed_figures(printed: str, _command: list[str]) -> dict[str, float]:
    """The last number of each printed line: the F1 where precision and recall go before it."""
    out = {}
    for line in printed.splitlines():
        match = LINE.match(line.strip())
        if not match:
            continue
        numbers = NUMBER.findall(match["values"])
        name = match["name"].strip()
        if "/" in name and "P/R" not in name and len(numbers) > 1:
            for part, number in zip(name.rsplit(" ", 1)[-1].split("/"), numbers, strict=False):
                out[f"{name.rsplit(' ', 1)[0]} {part}"] = float(number)
        else:
            out[name] = float(numbers[-1])
    return out


sys.exit(main())
