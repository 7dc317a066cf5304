"""The grade of a page that was read by OCR, and its reasons."""

from collections.abc import Sequence
from typing import Final

from notula.models.quality import Grade, PageQuality
from notula.pipeline.read.scan_engine import Engine, SeenWord
from notula.pipeline.read.scan_image import Sheet

_GOOD, _FAIR = 0.9, 0.78  # mean confidence of the letters
_FEW_DOTS = 140.0  # per inch: small letters run together
_CROOKED = 2.0  # degrees
_DOUBTFUL_WORD, _MANY = 0.6, 0.12

# How many grades a reason costs; the confidence alone tells much, but is blind to what was not seen at all.
_COSTS: Final = {
    "low_confidence": 1, "very_low_confidence": 2, "doubtful_words": 0, "low_resolution": 1, "crooked": 0,
    "uneven_light": 0, "turned": 0, "photographed": 1, "no_indonesian_data": 1, "no_words": 0,
}  # fmt: skip
_GRADES: Final = (Grade.GOOD, Grade.FAIR, Grade.POOR)


def grade(number: int, words: Sequence[SeenWord], sheet: Sheet, engine: Engine) -> PageQuality:
    """How well the page could be read."""
    sure = mean_confidence(words)
    doubtful = sum(1 for word in words if word.confidence < _DOUBTFUL_WORD)
    signs = {
        "very_low_confidence": bool(words) and sure < _FAIR,
        "low_confidence": bool(words) and _FAIR <= sure < _GOOD,
        "doubtful_words": doubtful > _MANY * len(words),
        "low_resolution": sheet.native < _FEW_DOTS,
        "crooked": abs(sheet.skew) > _CROOKED,
        "uneven_light": sheet.shaded,
        "turned": sheet.quarter != 0,
        "photographed": sheet.outlined,
        "no_indonesian_data": not engine.knows_indonesian,
        "no_words": not words,
    }
    reasons = tuple(name for name, holds in signs.items() if holds)
    cost = min(sum(_COSTS[name] for name in reasons), len(_GRADES) - 1)
    return PageQuality(page=number, grade=_GRADES[cost], confidence=round(sure, 3), reasons=reasons)


def unreadable(number: int, *, slow: bool) -> PageQuality:
    """The grade of a page that the engine gave up, or was stopped at."""
    reason = "too_slow" if slow else "engine_failed"
    return PageQuality(page=number, grade=Grade.POOR, confidence=0.0, read=False, reasons=(reason,))


def mean_confidence(words: Sequence[SeenWord]) -> float:
    """The mean over the letters of the words; 0 where there are none."""
    letters = sum(len(word.text) for word in words)
    return sum(len(word.text) * word.confidence for word in words) / letters if letters else 0.0
