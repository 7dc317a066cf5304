"""Values of pages that were read by OCR are as sure as their letters are."""

import math
from collections.abc import Iterator
from typing import TypeVar

from notula.models.base import Model
from notula.models.blocks import Document, PlacedLine
from notula.models.evidence import Evidence
from notula.models.minutes import FollowUp
from notula.models.result import Result

_Value = TypeVar("_Value", bound=Model)


def lessen(result: Result, document: Document) -> Result:
    """The result with every confidence lowered by how sure OCR was of the words that its value stands in.

    A follow-up is ready for a tracker no surer than its text, any of its owners or its deadline. Tesseract's confidence
    is well below the share of right letters, so the root of it is taken.
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
    if isinstance(value, FollowUp) and value.ready is not None:
        least = min(_factor(part.evidence, document) for part in (value, *value.owners, value.due) if part)
        changes["ready"] = round(value.ready * least, 2)
    return value.model_copy(update=changes)


def _factor(evidence: Evidence, document: Document) -> float:
    """What to multiply a confidence with: 1 where the text is the file's own."""
    start, end = evidence.char_start, evidence.char_end
    read = [each for placed in document.lines_at(start, end) for each in _read(placed, start, end)]
    letters = sum(count for count, _ in read)
    return math.sqrt(sum(count * sure for count, sure in read) / letters) if letters else 1.0


def _read(placed: PlacedLine, start: int, end: int) -> Iterator[tuple[int, float]]:
    """How many letters of a stretch of text OCR read and how sure it was, word by word where the words are known."""
    line = placed.line
    known = [
        (word.end - word.start, word.certainty) for word in line.words
        if word.certainty is not None and placed.start + word.start < end and placed.start + word.end > start
    ]  # fmt: skip
    if known:
        yield from known
    elif line.certainty is not None:
        yield min(placed.end, end) - max(placed.start, start), line.certainty
