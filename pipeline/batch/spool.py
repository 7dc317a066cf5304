"""Copies of files that are reached by URL, fetched a little ahead of the reading and gone after it.

Rules:

- Reading processes see the copy only: neither network nor passwords are in the hands of what parses documents.
- A few threads fetch, in the order of the jobs; who waits for a copy is given ``None`` now and then, to see to other
  things.
- A file that a store refuses is its document's trouble; where the way to the store has failed the run ends.
"""

import errno
import itertools
import queue
import shutil
import threading
import uuid
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from notula.pipeline.batch.digest import digest
from notula.pipeline.batch.job import Job
from notula.pipeline.batch.remote import Remote, fetch, is_outage
from notula.pipeline.errors import NoInputError, OutputError, why

THREADS: Final = 4
AHEAD: Final = 8
"""Copies that wait for somebody to read them, at most."""
_POLL: Final = 0.2  # seconds
_LOCAL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})
_LONGEST: Final = 20  # characters of a suffix


class Spool:
    """A folder of copies, each in a folder of its own.

    Args:
        folder: made where it does not exist; what an earlier run has left in it goes, and it goes in the end.
        limit: bytes of a file that is worth fetching.
    """

    def __init__(self, folder: Path, limit: int) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        self._own, self._limit = folder, limit
        self._folder = folder / uuid.uuid4().hex  # threads of an earlier run may still be waiting for a store
        self._closed = False
        self._numbers, self._threads = itertools.count(), 0
        self._tasks: queue.SimpleQueue[tuple[Job, Future[Job]] | None] = queue.SimpleQueue()

    def close(self) -> None:
        """Remove all copies; a thread that still waits for a store ends by itself."""
        for _ in range(self._threads):
            self._tasks.put(None)
        self._closed = True
        shutil.rmtree(self._own, ignore_errors=True)

    def ahead(self, jobs: Iterable[Job], wanted: Callable[[Job], bool] = lambda job: True) -> Iterator[Job | None]:
        """The jobs, each that is reached by URL and ``wanted`` with its copy and its digest; None: have patience.

        Raises:
            NoInputError: the way to a store has failed.
            OutputError: there is no room for copies.
        """
        waiting: deque[Job | Future[Job]] = deque()
        for job in jobs:
            if job.remote is None and not waiting:
                yield job
                continue
            waiting.append(self._ask_for(job) if job.remote and not job.trouble and wanted(job) else job)
            while len(waiting) > AHEAD:
                yield from _arrived(waiting)
        while waiting:
            yield from _arrived(waiting)

    def fetched(self, job: Job) -> Job:
        """A job with its copy and its digest; with its trouble where its file cannot be had.

        Raises:
            NoInputError, OutputError: see :meth:`ahead`.
        """
        there = job.remote
        if there is None or job.trouble or self.has(job):
            return job
        path = self._folder / str(next(self._numbers)) / f"notula{job.relative.suffix[:_LONGEST]}"
        try:
            path.parent.mkdir(parents=True, mode=0o700)
            fetch(there, path, self._limit)
        except OSError as trouble:
            shutil.rmtree(path.parent, ignore_errors=True)
            return replace(job, trouble=self._blame(there, trouble))
        return replace(job, path=path, sha256=digest(path, self._limit))

    def has(self, job: Job) -> bool:
        """Whether a job has its copy."""
        return job.path.is_absolute() and job.path.is_relative_to(self._folder)

    def drop(self, job: Job) -> Job:
        """A job without its copy, which is removed."""
        if job.remote is None or not self.has(job):
            return job
        shutil.rmtree(job.path.parent, ignore_errors=True)
        return replace(job, path=Path(job.relative))

    def _blame(self, there: Remote, trouble: OSError) -> str:
        """Why a document's file cannot be had; raised where that is not its own fault."""
        if trouble.errno in _LOCAL:
            raise OutputError("output.write", path=str(self._folder), reason=why(trouble)) from trouble
        if is_outage(trouble):
            raise NoInputError("noinput.unreachable", path=str(there.url), reason=why(trouble)) from trouble
        return "errno.EFBIG" if trouble.errno == errno.EFBIG else why(trouble)

    def _ask_for(self, job: Job) -> "Future[Job]":
        future: Future[Job] = Future()
        while self._threads < THREADS:
            self._threads += 1
            threading.Thread(target=self._serve, daemon=True).start()
        self._tasks.put((job, future))
        return future

    def _serve(self) -> None:
        """Fetch what is asked for until nobody asks any more."""
        while task := self._tasks.get():
            job, future = task
            if self._closed:
                return
            try:
                future.set_result(self.fetched(job))
            except BaseException as trouble:  # who waits for it shall not wait for ever
                future.set_exception(trouble)


def _arrived(waiting: "deque[Job | Future[Job]]") -> Iterator[Job | None]:
    """The first of those that wait, after None for each moment until it is there."""
    first = waiting[0]
    while isinstance(first, Future) and not first.done():
        with suppress(TimeoutError):
            first.exception(_POLL)
        if not first.done():
            yield None
    waiting.popleft()
    yield first.result() if isinstance(first, Future) else first
