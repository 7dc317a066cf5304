"""Documents read in worker processes, under limits of time and memory: every job comes back with an outcome.

Rules:

- One pipe a worker; a worker gets a job when it is free, so nothing waits behind a document that hangs.
- A worker that dies, gives no sign of life for ``stall_seconds``, works on one document for more than
  ``total_seconds`` or takes more than ``memory_bytes`` is ended. Its document is tried once more, by a worker that has
  done nothing else yet; if that goes wrong too its outcome is ``timeout``, ``crashed`` or ``too_large``.
- A worker is replaced after ``recycle_after`` documents.
- Time in which the whole machine or this process stood still counts against nobody.
"""

import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from multiprocessing.connection import wait

from notula.pipeline.batch.crew import Context, Task, Trouble, Worker
from notula.pipeline.batch.job import Job
from notula.pipeline.batch.outcome import Outcome, Work, refused
from notula.pipeline.batch.stop import Stop
from notula.pipeline.errors import DocumentError, WorkerError
from notula.pipeline.lexicon import load_lexicon
from notula.pipeline.messages import say
from notula.pipeline.settings import Settings

TRIES = 2
MOST = 60
"""Workers on Windows: the system cannot wait for more pipes at once."""
_POLL = 0.2  # seconds between looks at limits and at a wish to stop
_PATIENCE = 2.0  # seconds that running documents get once a stop is wished for
_PAUSED = 5.0  # seconds more than a poll takes: nobody was running
_NO_MORE = object()
_STARTS = 3  # workers in a row that end before they are ready: something is wrong with the installation


@dataclass(frozen=True, slots=True)
class Incident:
    """A document has cost a worker; ``tries`` says which try it was, ``how`` the process ended."""

    job: Job
    trouble: Trouble
    tries: int
    how: str


OnIncident = Callable[[Incident], None]


def supervise(
    jobs: Iterable[Job | None],
    settings: Settings,
    *,
    workers: int = 1,
    stop: Stop | None = None,
    work: Work | None = None,
    on_incident: OnIncident | None = None,
    context: Context | None = None,
) -> Iterator[Outcome]:
    """The outcome of each job, as they come.

    Args:
        jobs: taken one by one, each when a worker is free for it; None where the next one is not there yet.
        settings: limits and what reading needs.
        workers: how many documents are read at once; on Windows 60 at most.
        stop: looked at all the time; once it is requested, running documents get two seconds and then no outcome.
        work: what does a job in a worker; ``run_job`` where None.
        on_incident: told of each worker that a document has cost.
        context: how processes are made; the best way of this system where None.

    Raises:
        UsageError: the user's lexicon cannot be used.
        WorkerError: no worker comes to life.
    """
    crew = _Crew(settings, work, context or Context(), on_incident)
    queue = iter(jobs)
    stop = stop or Stop()
    try:
        crew.begin(min(workers, MOST) if sys.platform == "win32" else workers)
        more = True
        while not stop.requested and (more or crew.busy):
            more = crew.hand_out(queue) and more
            yield from crew.collect()
        deadline = time.monotonic() + _PATIENCE
        while stop.requested and crew.busy and time.monotonic() < deadline:
            yield from crew.collect()
    except WorkerError:
        if not stop.requested:  # what ends a run (a session's end) often ends its workers and the fork server, too
            raise
    finally:
        crew.end()


class _Crew:
    """The workers and what they have to do again."""

    def __init__(
        self, settings: Settings, work: Work | None, context: Context, on_incident: OnIncident | None
    ) -> None:
        self._settings, self._work, self._context = settings, work, context
        self._tell = on_incident or (lambda incident: None)
        self._again: deque[Task] = deque()
        self._still_born = 0
        self._looked = self._enforced = time.monotonic()
        # All workers get the words as they are now, even if the file is changed in the middle of a run.
        self._words = load_lexicon(settings.lexicon) if settings.lexicon else None
        self._workers: list[Worker] = []

    def begin(self, size: int) -> None:
        """Start so many workers."""
        for _ in range(size):
            self._workers.append(self._start())

    @property
    def busy(self) -> bool:
        """Whether a job given out has no outcome yet."""
        return bool(self._again) or any(worker.task for worker in self._workers)

    def hand_out(self, queue: Iterator[Job | None]) -> bool:
        """Give every free worker something to do; False where the queue is at its end."""
        more = True
        for worker in list(self._workers):
            if not worker.free:
                continue
            if worker.spent or (self._again and worker.served and not self._fresh()):
                worker.dismiss()
                self._fill(worker)
            elif self._again and not worker.served:
                self._give(worker, self._again.popleft())
            elif more:
                job = next(queue, _NO_MORE)
                if job is None:
                    break
                if isinstance(job, Job):
                    self._give(worker, Task(job))
                else:
                    more = False
        return more

    def collect(self) -> list[Outcome]:
        """Wait a little for messages, look at the limits; the outcomes that have come."""
        pipes = {worker.pipe: worker for worker in self._workers}
        heard = wait(list(pipes), _POLL)
        self._excuse_pause()
        found: list[Outcome] = []
        for worker in [pipes[pipe] for pipe in heard]:  # type: ignore[index]  # only pipes are waited for
            task, message = worker.task, worker.hear()
            if isinstance(message, Outcome) and task:
                found.append(replace(message, tries=task.tries) if task.tries > 1 else message)
            elif isinstance(message, str):
                found += self._lose(worker, worker.cause_of_death() if message == "died" else message)
            if worker.ready:
                self._still_born = 0
        return found + self._enforce()

    def _enforce(self) -> list[Outcome]:
        """End the workers that are over a limit, looked at now and then; the outcomes that this decides."""
        found: list[Outcome] = []
        now = time.monotonic()
        if now - self._enforced < _POLL:
            return found
        self._enforced = now
        for worker in list(self._workers):
            if trouble := worker.overdue():
                found += self._lose(worker, trouble)
        return found

    def end(self) -> None:
        """End all workers: those that do nothing by themselves, the others by force."""
        for worker in self._workers:
            if worker.task is None:
                worker.dismiss()
            else:
                worker.kill()
        self._workers = []

    def _give(self, worker: Worker, task: Task) -> None:
        try:
            worker.give(task)
        except OSError:  # it died while it had nothing to do: that is no document's fault
            self._again.append(task)
            worker.kill()
            self._fill(worker)

    def _fresh(self) -> bool:
        """Whether a worker that has done nothing yet is there, or on its way, for a second try."""
        return any(not worker.served and worker.task is None for worker in self._workers)

    def _lose(self, worker: Worker, trouble: Trouble) -> list[Outcome]:
        """End a worker that is of no use any more; its document's outcome where that was the last try."""
        task, ready = worker.task, worker.ready
        how = worker.how_it_ended() if trouble == "died" else trouble
        worker.kill()
        self._fill(worker)
        if not ready:
            self._still_born += 1
            if self._still_born >= _STARTS:
                raise WorkerError("worker.start", reason=how)
        if task is None:
            return []
        self._tell(Incident(task.job, trouble, task.tries, how))
        if task.tries < TRIES:
            self._again.append(Task(task.job, task.tries + 1))
            return []
        return [quarantined(task.job, trouble, self._settings, how, task.tries)]

    def _fill(self, worker: Worker) -> None:
        """Put a new worker into the place of one that is gone."""
        self._workers[self._workers.index(worker)] = self._start()

    def _start(self) -> Worker:
        return self._context.start(self._settings, self._words, self._work)

    def _excuse_pause(self) -> None:
        now = time.monotonic()
        if (gone := now - self._looked) > _POLL + _PAUSED:
            for worker in self._workers:
                worker.excuse(gone)
        self._looked = now


def quarantined(job: Job, trouble: Trouble, settings: Settings, how: str, tries: int = TRIES) -> Outcome:
    """The outcome of a job that has cost as many workers as it may."""
    if trouble == "died":
        message = f"{say('document.crashed', settings.lang)} ({how})"
        return Outcome(job, "failed", "crashed", message, job.sha256, tries=tries)
    if trouble == "memory":
        limit = str(settings.memory_bytes // 1_000_000)
        return refused(job, DocumentError("too_large", reason="reason.memory", limit=limit), settings.lang, tries)
    seconds = settings.stall_seconds if trouble == "stalled" else settings.total_seconds
    reason = DocumentError("timeout", reason=f"reason.{trouble}", limit=f"{seconds:g}")
    return refused(job, reason, settings.lang, tries)

