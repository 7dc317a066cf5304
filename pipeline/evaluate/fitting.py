"""Fitting the confidence model, and trying it on documents it was not fitted on.

A field gets a logistic regression with an L2 penalty over all features that at least a few rows have; the same rows
give the same model. Rows of unseen documents weigh more: the rules were made while looking at the others, and are
right there more often than elsewhere. Cross-validation leaves out whole documents and tells of unseen ones where there
are any. scikit-learn is the extra ``notula[train]``; using a model needs none of it.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from notula.pipeline.confidence.model import ConfidenceModel
from notula.pipeline.errors import UsageError
from notula.pipeline.evaluate.calibration import Forecast, Row, calibration_error, error_by_chance
from notula.pipeline.logistic import Logistic

FOLDS = 10
PRECISION = 0.9  # the share of the follow-ups without need of review that is right
_FEWEST = 3  # rows that a feature must have
_PENALTY = 0.1  # the inverse strength of the penalty (scikit-learn's C)
_LEAST = 0.02  # a weight below is left out
_UNSEEN = 6.0  # the weight of a row of an unseen document
_PRIOR = 2.0  # a right and a wrong value that nobody has seen, each counting half of this


@dataclass(frozen=True, slots=True)
class Trial:
    """A field tried on documents left out.

    Values, the share that is right, the calibration error and what it would be by chance alone, Brier's score.
    """

    rows: int
    right: float
    error: float
    chance: float
    brier: float


def fit(rows: Sequence[Row]) -> ConfidenceModel:
    """The model of all rows; its bound for review is the lowest at which cross-validation keeps ``PRECISION``.

    Raises:
        UsageError: there are no rows, or scikit-learn is not installed.
    """
    by_field = _by_field(rows)
    if not by_field:
        raise UsageError("usage.rows", path="-", reason="reason.no_rows")
    ready = cross_validate(by_field["ready"]) if "ready" in by_field else ()
    return ConfidenceModel(
        fields={name: _fit_field(own) for name, own in sorted(by_field.items())}, review_below=_bound(ready)
    )


def try_out(rows: Sequence[Row]) -> dict[str, Trial]:
    """Each field's figures, over documents left out of the fit."""
    found = {}
    for name, own in sorted(_by_field(rows).items()):
        if not (told := cross_validate(own)):
            continue
        brier = sum((each.probability - each.right) ** 2 for each in told) / len(told)
        right = sum(each.right for each in told) / len(told)
        found[name] = Trial(len(told), round(right, 4), calibration_error(told), error_by_chance(told), round(brier, 4))
    return found


def cross_validate(rows: Sequence[Row]) -> tuple[Forecast, ...]:
    """What models of the other documents say of each row."""
    some_unseen = any(row.unseen for row in rows)
    told = []
    for fold in folds(sorted({row.group for row in rows}, key=lambda name: (len(name), name))):
        seen = [row for row in rows if row.group not in fold] or list(rows)
        model = ConfidenceModel(fields={"field": _fit_field(seen)}, review_below=0)
        left = (row for row in rows if row.group in fold and (row.unseen or not some_unseen))
        told += [Forecast(model.probability("field", row.features), row.right) for row in left]
    return tuple(told)


def folds(groups: Sequence[str]) -> list[frozenset[str]]:
    """The groups as up to ``FOLDS`` sets, each of which is left out of a fit once."""
    return [frozenset(groups[at::FOLDS]) for at in range(min(FOLDS, len(groups)))]


def _by_field(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.field].append(row)
    return dict(found)


def _fit_field(rows: Sequence[Row]) -> Logistic:
    counts = Counter(name for row in rows for name in set(row.features))
    names = sorted(name for name, count in counts.items() if _FEWEST <= count < len(rows))
    weights = [_UNSEEN if row.unseen else 1.0 for row in rows]
    if not names:
        good = sum(weight for row, weight in zip(rows, weights, strict=True) if row.right)
        odds = (good + _PRIOR / 2) / (sum(weights) - good + _PRIOR / 2)
        return Logistic(intercept=round(math.log(odds), 3), weights={})
    table = [[float(name in row.features) for name in names] for row in rows]
    # A right and a wrong value with the average of all features: no field is certain, however good its figures.
    mean = [sum(line[at] for line in table) / len(rows) for at in range(len(names))]
    table += [mean, mean]
    right = [row.right for row in rows] + [True, False]
    weights += [_PRIOR / 2, _PRIOR / 2]
    return learn(table, names, right, penalty=_PENALTY, digits=3, weights=weights)


def learn(
    table: Any,
    names: Sequence[str],
    right: Sequence[bool],
    *,
    penalty: float,
    digits: int,
    weights: Sequence[float] | None = None,
) -> Logistic:
    """A logistic regression with an L2 penalty.

    Args:
        table: a row for each value and a column for each feature, sparse or not.
        names: the features.
        right: whether each value is right.
        penalty: the inverse strength of the penalty (scikit-learn's C).
        digits: what weights are rounded to; a feature that then hardly weighs anything is left out.
        weights: how much each row counts; all the same where None.

    Raises:
        UsageError: scikit-learn is not installed.
    """
    model = _logistic_regression(C=penalty, max_iter=2000).fit(table, right, sample_weight=weights)
    found = {name: round(float(weight), digits) for name, weight in zip(names, model.coef_[0], strict=True)}
    kept = {name: weight for name, weight in found.items() if abs(weight) >= _LEAST}
    return Logistic(intercept=round(float(model.intercept_[0]), digits), weights=kept)


def _bound(forecasts: Sequence[Forecast]) -> float:
    """The lowest probability from which on ``PRECISION`` of the values are right; 1 where there is none."""
    ranked = sorted(forecasts, reverse=True)
    best, right = 1.0, 0
    for count, each in enumerate(ranked, start=1):
        right += each.right
        last = count == len(ranked) or ranked[count].probability < each.probability
        if last and right / count >= PRECISION:
            best = each.probability
    return best


def _logistic_regression(**options: Any) -> Any:
    try:
        from sklearn.linear_model import LogisticRegression
    except ImportError as trouble:
        raise UsageError("usage.train_extra") from trouble
    return LogisticRegression(**options)


def vectorizer() -> Any:
    """scikit-learn's vectorizer of features by name.

    Raises:
        UsageError: scikit-learn is not installed.
    """
    try:
        from sklearn.feature_extraction import DictVectorizer
    except ImportError as trouble:
        raise UsageError("usage.train_extra") from trouble
    return DictVectorizer()
