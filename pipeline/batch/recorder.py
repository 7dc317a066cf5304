"""Outcomes recorded beside the run: waiting for the disk holds nobody up."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType

from notula.pipeline.batch.outcome import Outcome


class Recorder:
    """Records outcomes in threads of its own, a few at a time; all are recorded when its ``with`` ends.

    What recording one raises (the disk is full) comes out of a later :meth:`take` or of the end.
    """

    def __init__(self, record: Callable[[Outcome], None], threads: int) -> None:
        self._record, self._threads = record, threads
        self._pool = ThreadPoolExecutor(threads)
        self._pending: deque[Future[None]] = deque()

    def take(self, outcome: Outcome) -> None:
        """Have an outcome recorded; waits where too many are being recorded already."""
        self._pending.append(self._pool.submit(self._record, outcome))
        while self._pending and (self._pending[0].done() or len(self._pending) > 2 * self._threads):
            self._pending.popleft().result()

    def __enter__(self) -> "Recorder":
        return self

    def __exit__(self, kind: type[BaseException] | None, trouble: object, traceback: TracebackType | None) -> None:
        self._pool.shutdown()
        while kind is None and self._pending:
            self._pending.popleft().result()
