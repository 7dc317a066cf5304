"""What was learnt from annotations: for each field when its values are right, and which sentences commit somebody."""

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path

from pydantic import ValidationError

from notula.models.base import Model
from notula.pipeline.errors import UsageError
from notula.pipeline.logistic import Learnt, Logistic, probability

SHIPPED = "model.json"
_LEAST, _MOST = 0.02, 0.99  # nobody knows from a few hundred annotated values that something is certain


class ConfidenceModel(Model):
    """The fields' models, the least probability at which a whole follow-up needs no review, and the sentences' model.

    ``commits`` gives the log-odds that a sentence of the discussion is a follow-up, ``decides`` that a decision is one
    as well (``extract/judge.py``); None in a model that has not learnt it.
    """

    fields: dict[str, Logistic]
    review_below: float
    commits: Logistic | None = None
    decides: Logistic | None = None

    @property
    def fingerprint(self) -> str:
        """A short digest of the model, for telling whether results were made with the same one."""
        return _digest(model_text(self))

    @property
    def learnt(self) -> Learnt:
        """What judges sentences and decisions: what this model has learnt, or what the program ships."""
        shipped = load_model()
        return Learnt(self.commits or shipped.commits, self.decides or shipped.decides)

    def probability(self, field: str, features: Iterable[str]) -> float:
        """The probability that a value is right, to two digits.

        Raises:
            KeyError: the model does not know the field.
        """
        return round(min(max(probability(self.fields[field].log_odds(features)), _LEAST), _MOST), 2)


@cache
def load_model(path: Path | None = None) -> ConfidenceModel:
    """The model of a file, or the one that the program ships.

    Raises:
        UsageError: the file cannot be read or is of another form.
    """
    try:
        return ConfidenceModel.model_validate_json(path.read_text("utf-8") if path else _shipped())
    except (OSError, ValidationError, UnicodeDecodeError) as trouble:
        reason = trouble.errors()[0]["msg"] if isinstance(trouble, ValidationError) else str(trouble)
        raise UsageError("usage.model", path=str(path or SHIPPED), reason=reason) from trouble


def fingerprint_of(path: Path | None = None) -> str:
    """The fingerprint of the model that :func:`load_model` gives; the one that the program ships is not taken apart.

    Raises:
        UsageError: as :func:`load_model` does.
    """
    return load_model(path).fingerprint if path else _digest(_shipped())


def _shipped() -> str:
    return files(__package__).joinpath(SHIPPED).read_text("utf-8")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def model_text(model: ConfidenceModel) -> str:
    """The model as it is written: keys in order."""
    told: dict[str, object] = {
        "review_below": model.review_below,
        "fields": {name: _told(own) for name, own in sorted(model.fields.items())},
    }
    learnt = {"commits": model.commits, "decides": model.decides}
    told |= {name: _told(own) for name, own in learnt.items() if own}
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"


def _told(own: Logistic) -> dict[str, object]:
    return {"intercept": own.intercept, "weights": dict(sorted(own.weights.items()))}
