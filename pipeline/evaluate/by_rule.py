"""What each rule brings: the values it gave, how many are right, and the field's F1 without them.

A rule that gives nothing in any annotated minutes, or more wrong than right, can go. "Without" leaves the values out as
if nothing else had found them, so it is the most that a rule can bring.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from notula.models.result import Result
from notula.pipeline.evaluate.calibration import rows_of
from notula.pipeline.evaluate.measure import Evaluation, Figure
from notula.pipeline.messages import Lang, say
from notula.pipeline.tables import columns

_RULE = "rule="
_FIGURE_OF = {"time": "start_time", "due": "due_dates"}  # the figure of a field of values that is called otherwise
_WHOLE = frozenset({"ready"})  # no values of their own


class Brought(NamedTuple):
    """A field's rule: values given, of these right, and the F1 that the field loses without them."""

    field: str
    rule: str
    given: int
    right: int
    loss: float


def by_rule(evaluation: Evaluation, results: Iterable[Result]) -> tuple[Brought, ...]:
    """What each rule brought to each field of results that were evaluated, field by field, the most first."""
    counts: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for row in rows_of(evaluation, results):
        if row.field not in _WHOLE:
            rule = next(name for name in row.features if name.startswith(_RULE))
            counts[row.field, rule.removeprefix(_RULE)].append(row.right)
    found = [
        Brought(field, rule, len(told), sum(told), _loss(evaluation.figures[_FIGURE_OF.get(field, field)], told))
        for (field, rule), told in counts.items()
    ]
    return tuple(sorted(found, key=lambda each: (each.field, -each.right, each.rule)))


def _loss(figure: Figure, told: list[bool]) -> float:
    """The F1 that a field loses when values are left out."""
    wanted = figure.gold + figure.got - len(told)
    return figure.f1 - (2 * (figure.hit - sum(told)) / wanted if wanted else 1.0)


def rules_table(brought: Iterable[Brought], lang: Lang = "id") -> str:
    """What the rules brought, as a table for people."""
    rows = [
        [each.field, each.rule, str(each.given), str(each.right), f"{each.right / each.given:.3f}", f"{each.loss:+.3f}"]
        for each in brought
    ]
    heads = ("field", "rule", "given", "right", "share", "loss")
    return columns(rows, [say(f"evaluate.{name}", lang) for name in heads], right=range(2, 6))
