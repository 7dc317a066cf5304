"""Values of pages that were read by OCR are as sure as their letters are."""

import math
from typing import TypeVar

from notula.models.base import Model
from notula.models.blocks import Document
from notula.models.evidence import Evidence
from notula.models.result import Result

_Value = TypeVar("_Value", bound=Model)


def lessen(result: Result, document: Document) -> Result:
    """The result with the confidence of each value lowered by how sure OCR was of the lines it stands in.

    Tesseract's confidence of a line is well below its share of right letters, so the root of it is taken.
    """
    if all(placed.line.certainty is None for placed in document.lines):
        return result
    return _lessened(result, document)


def _lessened(value: _Value, document: Document) -> _Value:
    changes: dict[str, object] = {}
    for name in type(value).model_fields:
        part = getattr(value, name)
        if isinstance(part, Evidence):
            continue
        if isinstance(part, Model):
            changes[name] = _lessened(part, document)
        elif isinstance(part, tuple) and any(isinstance(each, Model) for each in part):
            changes[name] = tuple(_lessened(each, document) if isinstance(each, Model) else each for each in part)
    evidence = getattr(value, "evidence", None)
    confidence = getattr(value, "confidence", None)
    if isinstance(evidence, Evidence) and isinstance(confidence, float):
        changes["confidence"] = round(confidence * _factor(evidence, document), 2)
    return value.model_copy(update=changes)


def _factor(evidence: Evidence, document: Document) -> float:
    """What to multiply a confidence with: 1 where the text is the file's own."""
    lines = document.lines_at(evidence.char_start, evidence.char_end)
    found = [placed.line.certainty for placed in lines if placed.line.certainty is not None]
    return math.sqrt(sum(found) / len(found)) if found else 1.0
