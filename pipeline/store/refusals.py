"""Why a decision is not taken."""

from notula.models.review import LogEntry, ReviewedHeader, ReviewedItem
from notula.pipeline.errors import DecisionError


class NotFoundError(DecisionError):
    """There is no such item or meeting."""

    def __init__(self, item_id: str) -> None:
        super().__init__("decision.unknown", id=item_id)


class StaleError(DecisionError):
    """The item has changed since the person saw it: ``current`` is the item now, ``entries`` what was done to it."""

    def __init__(self, current: ReviewedItem | ReviewedHeader, entries: tuple[LogEntry, ...]) -> None:
        super().__init__("decision.stale", who=entries[0].who if entries else "notula")
        self.current, self.entries = current, entries


class NothingToUndoError(DecisionError):
    """The person has no decision to take back (or none to do again)."""
