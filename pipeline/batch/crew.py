"""Worker processes as their supervisor sees them: what each is doing, since when, and how much memory it takes."""

import contextlib
import multiprocessing
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, Literal

import psutil

from notula.pipeline.batch.job import Job
from notula.pipeline.batch.outcome import Outcome, Work
from notula.pipeline.batch.worker import BEAT, NO_MEMORY, READY, serve
from notula.pipeline.errors import WorkerError
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.settings import Settings

Trouble = Literal["stalled", "overtime", "memory", "died"]
_PRELOAD = ("notula.pipeline.batch.preload", "notula.pipeline.batch.worker")
_WATCH_AFTER = 0.2  # seconds: the memory of shorter documents is not looked at
_NEARLY = 0.5  # a process that dies having taken this share of its memory has most likely died of that
_PAUSES = (0.1, 0.5)  # seconds after which a start that has failed is tried again
_STARTING = 120.0  # seconds that a worker may take to load its libraries


@dataclass(frozen=True, slots=True)
class Task:
    """A job and the number of the try."""

    job: Job
    tries: int = 1


class Context:
    """How worker processes are made here: by a fork server that has the libraries loaded, else from nothing.

    Plain ``fork`` is never used: it copies locks that other threads hold.

    Args:
        method: ``forkserver`` or ``spawn``; where None the first of them that this system has, and ``spawn`` on macOS,
            whose own libraries do not bear that a process with them in it is copied.
        preload: modules that the fork server loads, once in the life of this process.
    """

    def __init__(self, method: str | None = None, preload: Sequence[str] = _PRELOAD) -> None:
        methods = multiprocessing.get_all_start_methods()
        forks = "forkserver" in methods and sys.platform != "darwin"
        self.method = method or ("forkserver" if forks else "spawn")
        self._context: Any = multiprocessing.get_context(self.method)
        if self.method == "forkserver":
            self._context.set_forkserver_preload(list(preload))

    def start(self, settings: Settings, words: Lexicon | None, work: Work | None) -> "Worker":
        """A new worker, not ready yet; the words of the program where ``words`` is None.

        Raises:
            WorkerError: it cannot be made, again and again.
        """
        # A process that is itself a daemon (a Dask worker under its nanny) may not have children. Ours end with their
        # pipe, which is all that the rule is there for.
        if multiprocessing.current_process().daemon:
            multiprocessing.current_process().daemon = False
        for pause in _PAUSES:
            with contextlib.suppress(EOFError, OSError):
                return self._started(settings, words, work)
            time.sleep(pause)  # the fork server was ended just now; once that is known it is started anew
        try:
            return self._started(settings, words, work)
        except (EOFError, OSError) as trouble:
            raise WorkerError("worker.start", reason=type(trouble).__name__) from trouble

    def _started(self, settings: Settings, words: Lexicon | None, work: Work | None) -> "Worker":
        """A new worker.

        Raises:
            EOFError, OSError: it cannot be made, or the fork server has ended.
        """
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=serve, args=(theirs, settings, words, work), daemon=True)
        try:
            with _undisturbed():
                process.start()
        except BaseException:
            ours.close()
            raise
        finally:
            theirs.close()
        return Worker(process, ours, settings)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let processes that are started here never see Ctrl-C nor a closed terminal: these reach all of a terminal's.

    They get the mask of this thread from their first instruction, long before they could ignore anything by
    themselves. What reaches this process meanwhile is dealt with at the end. Windows has no such mask.
    """
    if sys.platform == "win32":
        yield
        return
    from multiprocessing.resource_tracker import ensure_running

    ensure_running()  # starting it takes the mask away: not in the midst of ours
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class Worker:
    """One worker process."""

    def __init__(self, process: Any, pipe: Connection, settings: Settings) -> None:
        self.process, self.pipe = process, pipe
        self.task: Task | None = None
        self.ready = False
        self.served = 0
        self.most_memory = 0
        self._settings = settings
        # Knows when the process began, so that another one that gets its number is never taken for it.
        self._system = _process(process.pid)
        self._since = self._alive = time.monotonic()

    @property
    def free(self) -> bool:
        """Whether it waits for a job."""
        return self.ready and self.task is None

    @property
    def spent(self) -> bool:
        """Whether it has done so many documents that it is to be replaced."""
        return self.served >= self._settings.recycle_after

    def give(self, task: Task) -> None:
        """Let it do a task.

        Raises:
            OSError: it is no longer there.
        """
        self.pipe.send(task.job)
        self.task = task
        self.most_memory = 0
        self._since = self._alive = time.monotonic()

    def hear(self) -> Outcome | Trouble | None:
        """Take its next message: an outcome, how it failed, or None where it is but a sign of life."""
        try:
            message = self.pipe.recv()
        except Exception:  # the end of the pipe, or what a dying process left in it
            return "died"
        self._alive = time.monotonic()
        if message == READY:
            self.ready = True
        if message in (READY, BEAT):
            return None
        if message == NO_MEMORY:
            return "memory"
        if not isinstance(message, Outcome):
            return "died"
        self.task = None
        self.served += 1
        return message

    def overdue(self) -> Trouble | None:
        """Which limit it is over, if any."""
        now = time.monotonic()
        if not self.ready:
            return "stalled" if now - self._since > _STARTING else None
        if self.task is None:
            return None
        if now - self._since > self._settings.total_seconds:
            return "overtime"
        if now - self._alive > self._settings.stall_seconds:
            return "stalled"
        return "memory" if now - self._since > _WATCH_AFTER and self._memory() > self._settings.memory_bytes else None

    def excuse(self, seconds: float) -> None:
        """Do not count some seconds in which nobody could run (the machine slept, the supervisor was stopped)."""
        self._since += seconds
        self._alive += seconds

    def _memory(self) -> int:
        """The memory that it takes now, in bytes."""
        if self._system:
            with contextlib.suppress(psutil.Error):
                self.most_memory = max(self.most_memory, self._system.memory_info().rss)
        return self.most_memory

    def cause_of_death(self) -> Trouble:
        """Why it has died: of the memory that it took, as far as one can tell, or else."""
        return "memory" if self.most_memory > _NEARLY * self._settings.memory_bytes else "died"

    def how_it_ended(self) -> str:
        """The signal or exit code of a process that has ended, in a word."""
        self.process.join(5)
        code = self.process.exitcode
        if code is not None and code < 0:
            with contextlib.suppress(ValueError):
                return signal.Signals(-code).name
        return f"exit code {code}"

    def dismiss(self) -> None:
        """Let it end by itself: it is not in the middle of anything."""
        self.pipe.close()
        self.process.join(1)
        if self.process.exitcode is None:
            self.kill()

    def kill(self) -> None:
        """End it now, and the processes that it has started (an OCR program)."""
        if self._system:
            with contextlib.suppress(psutil.Error):
                for each in [*self._system.children(recursive=True), self._system]:
                    with contextlib.suppress(psutil.Error):
                        each.kill()
        with contextlib.suppress(OSError):
            self.process.kill()
        self.process.join(5)
        self.pipe.close()


def _process(pid: int) -> psutil.Process | None:
    """A process as the system sees it; None where it has ended already."""
    try:
        return psutil.Process(pid)
    except psutil.Error:
        return None
