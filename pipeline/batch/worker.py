"""The worker: a process that reads one document after the other for a supervisor.

What goes through its pipe: jobs in, and out ``READY`` once, ``BEAT`` now and then, and an outcome for each job. A pipe
that ends ends the worker, so no worker outlives its supervisor:

* between documents it sees the end of the pipe;
* while a document is read, a thread waits for the supervisor's end;
* where a library holds the interpreter for ever, not even that thread runs. A timer in C (:mod:`faulthandler`) then
  ends the process once the document is over the limit of its whole time.
"""

import contextlib
import ctypes
import faulthandler
import multiprocessing
import os
import signal
import sys
import threading
import time
from multiprocessing.connection import Connection, wait
from typing import Final, TextIO

import psutil

from notula.pipeline import heartbeat
from notula.pipeline.batch.outcome import Work
from notula.pipeline.lexicon import Lexicon, load_lexicon
from notula.pipeline.settings import Settings

READY: Final = "ready"
BEAT: Final = "beat"
NO_MEMORY: Final = "no memory"
_ARENA_MAX: Final = -8  # M_ARENA_MAX of glibc's malloc.h
_GRACE = 60.0  # seconds over the limit of a document, at most, in which the supervisor should have ended the worker


def serve(pipe: Connection, settings: Settings, words: Lexicon | None, work: Work | None) -> None:
    """Do jobs until the pipe ends; ``run_job`` does them where ``work`` is None.

    ``words`` is None where they are those of the program: these are loaded beforehand, and what is built from word
    lists is found again by them; to compare two copies of them takes longer than to read a page.
    """
    _share_heap()
    _become_worker()
    timer = _Timer(settings.total_seconds)
    timer.set()
    _limit_memory(settings.memory_bytes)  # now that all threads are there: each has address space set aside
    lexicon = words or load_lexicon()
    with contextlib.suppress(EOFError, OSError):
        do = work or _run_job(lexicon)
        heartbeat.listen(lambda: pipe.send(BEAT), min(1.0, settings.stall_seconds / 8))
        pipe.send(READY)
        while (job := pipe.recv()) is not None:
            timer.set()
            try:
                outcome = do(job, settings, lexicon)
                pipe.send(outcome)
            except MemoryError:
                pipe.send(NO_MEMORY)
                break
    os._exit(0)  # at once: there is nothing to tidy up, and tearing down a large heap takes its time


def _run_job(lexicon: Lexicon) -> Work:
    """What does the jobs, with everything loaded: the first document's time shall not go into that."""
    from notula.pipeline.batch import preload
    from notula.pipeline.batch.work import run_job

    preload.load(lexicon)
    return run_job


def _become_worker() -> None:
    """Leave interrupts to the supervisor, keep libraries quiet, and end when the supervisor ends."""
    for name in ("SIGINT", "SIGHUP", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    if not os.environ.get("NOTULA_DEBUG"):
        _silence()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _silence() -> None:
    """Let nothing that a library prints, in C too, reach the terminal or the log: it may quote the document."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    for descriptor in (1, 2):
        os.dup2(nothing, descriptor)
    os.close(nothing)


def _share_heap() -> None:
    """Let all threads take memory from one heap (glibc; others do).

    A heap of its own sets 64 MB of address space aside, at a moment that nobody knows: what a document may take would
    depend on whether that was before the limit was set or after.
    """
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).mallopt(_ARENA_MAX, 1)


def _limit_memory(memory: int) -> None:
    """Bound the address space where the system can (Linux); elsewhere the supervisor's watching alone has to do.

    What the process has mapped but not used already (libraries, thread stacks) does not count. No core is dumped on a
    crash: it would hold the document.
    """
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if sys.platform == "linux":
            used = psutil.Process().memory_info()
            resource.setrlimit(resource.RLIMIT_AS, (used.vms - used.rss + memory,) * 2)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


class _Timer:
    """Ends the process where a document takes far longer than it may.

    Setting it costs as much as a small document, so it is not set anew for each but now and then.
    """

    def __init__(self, seconds: float) -> None:
        self._grace = min(_GRACE, seconds)
        self._seconds = seconds + self._grace
        self._set = float("-inf")
        self._nowhere: TextIO = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123  (as long as the process)

    def set(self) -> None:
        """A document begins."""
        now = time.monotonic()
        if now - self._set > self._grace / 4:
            self._set = now
            faulthandler.dump_traceback_later(self._seconds, file=self._nowhere, exit=True)
