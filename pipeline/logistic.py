"""A logistic regression over features that hold or do not: how the program keeps what it learnt from annotations."""

import math
from collections.abc import Iterable
from typing import NamedTuple

from notula.models.base import Model


class Logistic(Model):
    """Log-odds: the intercept and a weight for each feature; features that are not named weigh nothing."""

    intercept: float
    weights: dict[str, float]

    def log_odds(self, features: Iterable[str]) -> float:
        """The log-odds that something with these features holds."""
        return math.fsum([self.intercept, *(self.weights.get(name, 0.0) for name in features)])  # in whatever order


class Learnt(NamedTuple):
    """What annotations taught of follow-ups: which sentences of talk and which decisions are; None where nothing."""

    sentences: Logistic | None = None
    decisions: Logistic | None = None


NOTHING = Learnt()


def probability(log_odds: float) -> float:
    """The probability of log-odds."""
    return 1 / (1 + math.exp(-log_odds))
