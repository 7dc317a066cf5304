"""The fitted model: for each field a logistic regression over features that hold or do not."""

import hashlib
import json
import math
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path

from pydantic import ValidationError

from notula.models.base import Model
from notula.pipeline.errors import UsageError

SHIPPED = "model.json"
_LEAST, _MOST = 0.02, 0.99  # nobody knows from a few hundred annotated values that something is certain


class FieldModel(Model):
    """A field's log-odds: the intercept and a weight for each feature; features that are not named weigh nothing."""

    intercept: float
    weights: dict[str, float]

    def log_odds(self, features: Iterable[str]) -> float:
        """The log-odds that a value with these features is right."""
        return self.intercept + sum(self.weights.get(name, 0.0) for name in features)


class ConfidenceModel(Model):
    """The fields' models, and the least probability at which a whole follow-up needs no review."""

    fields: dict[str, FieldModel]
    review_below: float

    @property
    def fingerprint(self) -> str:
        """A short digest of the model, for telling whether results were made with the same one."""
        return hashlib.sha256(model_text(self).encode("utf-8")).hexdigest()[:16]

    def probability(self, field: str, features: Iterable[str]) -> float:
        """The probability that a value is right, to two digits.

        Raises:
            KeyError: the model does not know the field.
        """
        odds = self.fields[field].log_odds(features)
        return round(min(max(1 / (1 + math.exp(-odds)), _LEAST), _MOST), 2)


@cache
def load_model(path: Path | None = None) -> ConfidenceModel:
    """The model of a file, or the one that the program ships.

    Raises:
        UsageError: the file cannot be read or is of another form.
    """
    try:
        text = path.read_text("utf-8") if path else files(__package__).joinpath(SHIPPED).read_text("utf-8")
        return ConfidenceModel.model_validate_json(text)
    except (OSError, ValidationError, UnicodeDecodeError) as trouble:
        reason = trouble.errors()[0]["msg"] if isinstance(trouble, ValidationError) else str(trouble)
        raise UsageError("usage.model", path=str(path or SHIPPED), reason=reason) from trouble


def model_text(model: ConfidenceModel) -> str:
    """The model as it is written: small weights left out, keys in order."""
    fields = {
        name: {"intercept": own.intercept, "weights": dict(sorted(own.weights.items()))}
        for name, own in sorted(model.fields.items())
    }
    return json.dumps({"review_below": model.review_below, "fields": fields}, indent=1) + "\n"
