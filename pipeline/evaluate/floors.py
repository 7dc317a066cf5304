"""Floors that figures must not fall below, and figures as a table for people."""

import math
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from notula.pipeline.errors import UsageError, why
from notula.pipeline.evaluate.measure import Evaluation, Figure
from notula.pipeline.evaluate.scorer import IN_PLACE
from notula.pipeline.messages import Lang, say
from notula.pipeline.tables import columns

MEASURES = ("precision", "recall", "f1", "per_doc_f1")


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A figure below its floor."""

    name: str
    floor: float
    value: float


def load_floor(path: Path, section: str | None = None) -> dict[str, float]:
    """The floors of a TOML file (of one of its tables) by ``field.measure``.

    Raises:
        UsageError: the file cannot be read, has no such table or holds something that is no figure.
    """
    try:
        data: Any = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeError) as trouble:
        raise UsageError("usage.floor", path=str(path), reason=why(trouble)) from trouble
    except tomllib.TOMLDecodeError as trouble:
        raise UsageError("usage.floor", path=str(path), reason=str(trouble)) from trouble
    if section and section not in data:
        raise UsageError("usage.floor", path=str(path), reason="reason.no_table", table=section)
    table = data[section] if section else data
    try:
        return {f"{name}.{measure}": float(value) for name, own in table.items() for measure, value in own.items()}
    except (ValueError, AttributeError, TypeError) as trouble:
        raise UsageError("usage.floor", path=str(path), reason="reason.no_floors") from trouble


def shortfalls(evaluation: Evaluation, floor: dict[str, float]) -> tuple[Shortfall, ...]:
    """The figures that lie below their floor.

    Raises:
        UsageError: the floor names a figure that does not exist.
    """
    found = []
    for name, least in floor.items():
        label, _, measure = name.rpartition(".")
        if label not in evaluation.figures or measure not in MEASURES:
            raise UsageError("usage.floor", path=name, reason="reason.no_figure")
        value = getattr(evaluation.figures[label], measure)
        if value < least:
            found.append(Shortfall(name, least, value))
    return tuple(found)


def floor_toml(evaluation: Evaluation, section: str | None = None, margin: float = 0.0) -> str:
    """The figures less a margin as a floor file: rounded down to three digits, fields without annotations left out."""
    lines = [f"[{section}]"] if section else []
    for name, figure in evaluation.figures.items():
        measures = ("recall",) if name.startswith(IN_PLACE) else ("f1", "per_doc_f1")
        if figure.gold:
            lines += [f"{name}.{m} = {_floor(getattr(figure, m) - margin)}" for m in measures]
    return "\n".join(lines) + "\n"


def _floor(value: float) -> float:
    return math.floor(max(value, 0.0) * 1000 + 1e-6) / 1000


def figures_table(evaluation: Evaluation, lang: Lang = "id") -> str:
    """The figures as a table for people."""
    heads = ("field", "precision", "recall", "f1", "per_doc", "gold", "got")
    rows = [_row(name, figure) for name, figure in evaluation.figures.items()]
    head = say("evaluate.counts", lang, meetings=str(evaluation.meetings), absent=str(len(evaluation.without_result)))
    return head + "\n\n" + columns(rows, [say(f"evaluate.{name}", lang) for name in heads], right=range(1, 7))


def _row(name: str, figure: Figure) -> list[str]:
    if name.startswith(IN_PLACE):
        return [name, "", f"{figure.recall:.3f}", "", "", str(figure.gold), ""]
    shown = [f"{getattr(figure, measure):.3f}" for measure in MEASURES]
    return [name, *shown, str(figure.gold), str(figure.got)]
