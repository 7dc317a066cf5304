"""How well the pipeline reads, by what reviewers decided: reckoned beside the page, so that no page waits for it."""

import threading
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from notula.pipeline.errors import NotulaError
from notula.pipeline.store import Store, revision

if TYPE_CHECKING:
    from notula.pipeline.evaluate.reviewed import Calibration, ReviewedEvaluation

LATEST: Final = 200  # meetings: those decided on last tell how well the pipeline reads now
_QUICK: Final = 0.1  # seconds that a page waits for the figures
_REST: Final = 20.0  # times as long as the reckoning took it rests

# A field's figures, its calibration, and the page's word for it.
_SHOWN: Final = (
    ("follow_ups", "follow_ups", "list_follow_ups"), ("owners", "owners", "field_owners"),
    ("due_dates", "due", "field_due"), ("tracker_ready", "ready", "quality_ready"),
    ("agreements", "agreements", "list_agreements"), ("agenda", "agenda", "list_agenda"),
    ("attendees", "attendees", "field_attendees"), ("title", "title", "field_title"), ("date", "date", "field_date"),
)  # fmt: skip


class FieldQuality(NamedTuple):
    """A field: the page's word for it, how many were wanted and given, the shares right, what confidences promised."""

    word: str
    wanted: int
    given: int
    precision: float
    recall: float
    promised: float | None


class Quality:
    """The figures of the meetings that were reviewed last; empty where there are none yet."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._of: int | None = None
        self._not_before = 0.0
        self._rows: tuple[FieldQuality, ...] = ()
        self.meetings = 0

    def rows(self, wait: float = _QUICK) -> tuple[FieldQuality, ...]:
        """The figures as last reckoned; where something was decided since, they are reckoned anew for the next time."""
        with self._lock:
            idle = self._thread is None or not self._thread.is_alive()
            if idle and time.monotonic() >= self._not_before and revision(self._store) != self._of:
                self._thread = threading.Thread(target=self._reckon, daemon=True, name="notula-quality")
                self._thread.start()
        if self._thread is not None:
            self._thread.join(wait)
        return self._rows

    def _reckon(self) -> None:
        from notula.pipeline.evaluate.reviewed import evaluate_reviewed  # here, so that the first page is quick

        started, now = time.monotonic(), revision(self._store)
        try:
            found = evaluate_reviewed(self._store, latest=LATEST)
            self._rows, self.meetings = tuple(_rows(found)), found.evaluation.meetings
        except NotulaError:  # nothing is reviewed, or the store is being closed
            self._rows, self.meetings = (), 0
        self._of = now
        self._not_before = time.monotonic() + _REST * (time.monotonic() - started)


def _rows(found: "ReviewedEvaluation") -> list[FieldQuality]:
    figures, calibration = found.evaluation.figures, found.calibration
    return [
        FieldQuality(word, figure.gold, figure.got, figure.precision, figure.recall, _promised(calibration, honest))
        for name, honest, word in _SHOWN
        if (figure := figures.get(name)) and (figure.gold or figure.got)
    ]


def _promised(calibration: "Mapping[str, Calibration]", name: str) -> float | None:
    return calibration[name].promised if name in calibration else None
