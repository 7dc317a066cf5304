"""How well a page could be read."""

from enum import StrEnum

from notula.models.base import Model


class Grade(StrEnum):
    """``good``: hardly a word is wrong; ``fair``: look at names and figures; ``poor``: compare all with the page."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


class PageQuality(Model):
    """A page that was read by OCR: its grade and why it is not better.

    The reasons are stable words that ``docs/scans.md`` lists. ``read`` is false where the engine failed. ``confidence``
    is the engine's own mean over the page's letters, from 0 to 1.
    """

    page: int
    grade: Grade
    confidence: float
    read: bool = True
    reasons: tuple[str, ...] = ()
