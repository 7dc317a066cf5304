"""The figures of a run, of the same size however many documents it has."""

import heapq
import time
from collections import Counter

from notula.models.manifest import Entry

MOST_ROWS = 60
_SLOWEST = 5


class Tally:
    """Counts what becomes of the files of a run, and keeps the few lines that a summary shows."""

    def __init__(self) -> None:
        self.statuses: Counter[str] = Counter()
        self.codes: Counter[str] = Counter()
        self.meetings = self.follow_ups = self.to_review = 0
        self.unchanged = self.same = self.retried = 0
        self._begin = time.monotonic()
        self._well: list[Entry] = []
        self._ill: list[Entry] = []
        self._slowest: list[tuple[float, str]] = []

    def add(self, entry: Entry, *, unchanged: bool = False) -> None:
        """Count a file."""
        self.statuses[entry.status] += 1
        if entry.status == "failed":
            self.codes[entry.code or "?"] += 1
        self.meetings += entry.meetings
        self.follow_ups += entry.follow_ups
        self.to_review += entry.to_review
        self.unchanged += unchanged
        self.same += entry.same_as is not None and not unchanged
        self.retried += entry.tries > 1 and not unchanged
        kept = self._well if entry.status == "ok" else self._ill
        if len(kept) < MOST_ROWS:
            kept.append(entry)
        if not unchanged and entry.seconds:
            heapq.heappush(self._slowest, (sum(entry.seconds.values()), entry.path))
            if len(self._slowest) > _SLOWEST:
                heapq.heappop(self._slowest)

    @property
    def files(self) -> int:
        """How many files there were."""
        return self.statuses.total()

    @property
    def seconds(self) -> float:
        """How long it has been going on."""
        return time.monotonic() - self._begin

    def rows(self) -> list[Entry]:
        """The files to show, by name: all where they are few, else those that did not go well, as many as are shown."""
        shown = [*self._well, *self._ill] if self.files <= MOST_ROWS else self._ill
        return sorted(shown, key=lambda entry: entry.path)

    def slowest(self) -> list[tuple[float, str]]:
        """The files that took longest, each with its seconds."""
        return sorted(self._slowest, reverse=True)
