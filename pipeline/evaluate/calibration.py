"""How honest confidences are: rows of values that are known to be right or wrong, and what they say.

A row knows no words of the minutes: only the field, the features of ``confidence/features.py`` and whether it is right.
"""

import hashlib
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from notula.models.result import Result
from notula.pipeline.confidence.features import values_of
from notula.pipeline.errors import UsageError
from notula.pipeline.evaluate.measure import Evaluation
from notula.pipeline.evaluate.scorer import Mark

TIME = "time"
_BINS = 10
_DRAWS = 100  # of outcomes, for what chance does


class Row(NamedTuple):
    """A value: a digest of its document (left out as one in cross-validation), field, features, whether right.

    ``unseen`` says that nobody had adapted the rules to the document when it was read: only such rows tell how good the
    program is on minutes of others.
    """

    group: str
    field: str
    features: tuple[str, ...]
    right: bool
    unseen: bool = False


class Forecast(NamedTuple):
    """A probability that was given and what came true."""

    probability: float
    right: bool


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a risk-coverage curve: at this threshold so many values pass, and this share of them is right."""

    threshold: float
    coverage: float
    precision: float


def rows_of(evaluation: Evaluation, results: Iterable[Result], *, unseen: bool = False) -> Iterator[Row]:
    """The values of results that an evaluation has marked.

    Args:
        evaluation: of these results, with its marks.
        results: with ``source.filename`` and ``source.part`` as in the marks.
        unseen: whether these are the first results of minutes that the rules did not know.
    """
    marks = {(mark.doc, mark.part, mark.field, mark.at): mark.right for mark in _with_time(evaluation.marks)}
    for result in results:
        name, part = result.source.filename, result.source.part
        group = hashlib.sha256(name.encode("utf-8")).hexdigest()[:12]
        for value in values_of(result):
            right = marks.get((name, part, value.field, value.at))
            if right is not None:
                yield Row(group, value.field, value.features, right, unseen)


def _with_time(marks: Sequence[Mark]) -> Iterator[Mark]:
    """The marks, those of start and end as one of the time: right where all that was given is."""
    times: dict[tuple[str, int], bool] = {}
    for mark in marks:
        if mark.field in ("start_time", "end_time"):
            times[mark.doc, mark.part] = times.get((mark.doc, mark.part), True) and mark.right
        yield mark
    yield from (Mark(doc, part, TIME, (), right) for (doc, part), right in times.items())


def write_rows(rows: Iterable[Row], path: Path) -> None:
    """Write rows as JSON Lines.

    Raises:
        OSError: they cannot be written.
    """
    lines = [json.dumps(row._asdict(), ensure_ascii=False) + "\n" for row in rows]
    path.write_text("".join(lines), "utf-8")


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of a file that ``write_rows`` wrote.

    Raises:
        UsageError: the file cannot be read or is of another form.
    """
    try:
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            known = (str(row["group"]), str(row["field"]), tuple(row["features"]))
            yield Row(*known, bool(row["right"]), bool(row["unseen"]))
    except (OSError, ValueError, KeyError, TypeError) as trouble:
        raise UsageError("usage.rows", path=str(path), reason=f"{type(trouble).__name__}: {trouble}") from trouble


def load_results(folder: Path) -> Iterator[Result]:
    """The results below a folder; other JSON files are passed over."""
    for path in sorted(folder.rglob("*.json")):
        try:
            yield Result.model_validate_json(path.read_bytes())
        except (OSError, ValidationError):
            continue


def calibration_error(forecasts: Sequence[Forecast]) -> float:
    """The expected calibration error: the mean distance of promised and kept, over bins of about as many values.

    Source of the measure: Naeini, Cooper, Hauskrecht, "Obtaining Well Calibrated Probabilities Using Bayesian Binning",
    AAAI 2015; bins of equal mass, as most confidences lie close together. 0 where there is nothing.
    """
    drawn = random.Random(0).sample(forecasts, len(forecasts))  # equal promises fall into bins by lot, not by outcome
    ranked = sorted(drawn, key=lambda each: each.probability)
    total = 0.0
    for index in range(_BINS):
        part = ranked[len(ranked) * index // _BINS : len(ranked) * (index + 1) // _BINS]
        if part:
            promised = sum(each.probability for each in part) / len(part)
            kept = sum(each.right for each in part) / len(part)
            total += abs(promised - kept) * len(part) / len(ranked)
    return round(total, 4)


def error_by_chance(forecasts: Sequence[Forecast]) -> float:
    """The calibration error that so few values would show on average if every probability were true.

    The mean over drawn outcomes, each value for itself; the same forecasts give the same figure.
    """
    chance = random.Random(0)
    drawn = (
        calibration_error([Forecast(each.probability, chance.random() < each.probability) for each in forecasts])
        for _ in range(_DRAWS)
    )
    return round(sum(drawn) / _DRAWS, 4)


def risk_coverage(forecasts: Sequence[Forecast], thresholds: Sequence[float]) -> tuple[Point, ...]:
    """What passes each threshold, and how much of it is right (1 where nothing passes)."""
    points = []
    for threshold in thresholds:
        kept = [each.right for each in forecasts if each.probability >= threshold]
        precision = sum(kept) / len(kept) if kept else 1.0
        points.append(Point(threshold, round(len(kept) / max(len(forecasts), 1), 4), round(precision, 4)))
    return tuple(points)
