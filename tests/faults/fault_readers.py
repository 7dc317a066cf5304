"""Readers that go wrong on purpose; imported by name in worker processes, so this folder has to be on their path.

A file that begins with ``FAULT name`` is "read" by the function of that name below; all others as they really are.
"""

import ctypes
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import psutil

from notula.models.source import Source
from notula.pipeline import read
from notula.pipeline.batch.job import Job
from notula.pipeline.batch.outcome import MeetingFiles, Outcome, refused
from notula.pipeline.batch.supervise import supervise
from notula.pipeline.batch.twins import as_json
from notula.pipeline.errors import DocumentError
from notula.pipeline.heartbeat import beat
from notula.pipeline.lexicon import Lexicon, load_lexicon
from notula.pipeline.read import READERS, Reader
from notula.pipeline.settings import Settings

MARK = b"FAULT "


def work(job: Job, settings: Settings, lexicon: Lexicon) -> Outcome:
    """What a worker does: ``run_job`` with the readers below in front of the real ones."""
    from notula.pipeline.batch.work import run_job

    if read.READERS[0].name != "fault":
        faulty = Reader("fault", "x/fault", (), lambda data, name: data.startswith(MARK), f"{__name__}:fail")
        read.READERS = (faulty, *READERS)
    return run_job(job, settings, lexicon)


def pretend(job: Job, settings: Settings, lexicon: Lexicon) -> Outcome:
    """What a worker does that loads none of the real readers: a made-up result, or the fault."""
    data = job.path.read_bytes()
    try:
        if data.startswith(MARK):
            fail(data, settings)
    except DocumentError as trouble:
        return refused(job, trouble, settings.lang)
    result = {"source": {"path": job.name, "filename": job.name}, "follow_ups": [], "text": data.decode("utf-8")}
    return Outcome(job, "ok", sha256=job.sha256, meetings=(MeetingFiles(as_json(result), data, 0, 0),))


def dawdle(job: Job, settings: Settings, lexicon: Lexicon) -> Outcome:
    """As :func:`pretend`, but it takes its time, so that something happens in the middle."""
    time.sleep(0.05)
    return pretend(job, settings, lexicon)


def fail(data: bytes, settings: Settings) -> Source:
    name, _, argument = data.removeprefix(MARK).decode().strip().partition(" ")
    FAULTS[name](argument)
    raise AssertionError(f"{name} came back")


def hang(_: str) -> None:
    """No sign of life; the interpreter is free."""
    while True:
        time.sleep(0.05)


def spin(_: str) -> None:
    """No sign of life, and the interpreter is held: other threads of the process never run."""
    re.match(r"(?:a+)+$", "a" * 64 + "b")


def babble(_: str) -> None:
    """Signs of life for ever."""
    while True:
        beat()
        time.sleep(0.01)


def leak(_: str) -> None:
    """Takes more and more memory, slowly enough to be seen."""
    kept = []
    while True:
        kept.append(bytearray(b"x" * 20_000_000))
        beat()
        time.sleep(0.02)


def gorge(_: str) -> None:
    """Takes more memory at once than a process may have."""
    bytearray(b"x") * 8_000_000_000


def abort_full(_: str) -> None:
    """As PDFium does where it gets no memory: it takes what there is, then aborts."""
    kept = bytearray(b"x" * 300_000_000)
    time.sleep(1.0)
    os.abort()
    del kept


def send(argument: str) -> None:
    """Ends by a signal."""
    os.kill(os.getpid(), getattr(signal, argument))
    time.sleep(5)


def segfault(_: str) -> None:
    """Reads where there is no memory."""
    ctypes.string_at(0)


def leave(_: str) -> None:
    """Ends the process without a word."""
    os._exit(3)


def once(argument: str) -> None:
    """Kills its worker the first time, and is an empty document the second time."""
    mark = Path(argument)
    if mark.exists():
        raise DocumentError("empty")
    mark.write_text("tried", "utf-8")
    os.kill(os.getpid(), signal.SIGKILL)


def mother(argument: str) -> None:
    """Starts a program and waits for it for ever."""
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    Path(argument).write_text(str(child.pid), "utf-8")
    child.wait()


def chatter(_: str) -> None:
    """Prints the document's text, as libraries do with what they cannot read."""
    os.write(1, b"secret words\n")
    os.write(2, b"secret words\n")
    raise DocumentError("empty")


FAULTS: dict[str, Callable[[str], None]] = {
    each.__name__: each
    for each in (hang, spin, babble, leak, gorge, abort_full, send, segfault, leave, once, mother, chatter)
}


SERVED = [0]


def tell_process(job: Job, settings: Settings, lexicon: Lexicon) -> Outcome:
    SERVED[0] += 1
    with (job.path.parent / "seen").open("a", encoding="utf-8") as file:
        file.write(f"{job.path.name} {os.getpid()} {SERVED[0]}\n")
    if job.path.read_text("utf-8") == "leave":
        os._exit(1)
    return Outcome(job, "ok")


def tell_words(job: Job, settings: Settings, lexicon: Lexicon) -> Outcome:
    """An outcome whose message says whether the word lists are those that this process has loaded."""
    return Outcome(job, "ok", message=str(lexicon is load_lexicon(settings.lexicon)))


def tell_room(job: Job, settings: Settings, lexicon: Lexicon) -> Outcome:
    """An outcome whose message says how many megabytes of address space this process may still take (Linux)."""
    import resource

    room = resource.getrlimit(resource.RLIMIT_AS)[0] - psutil.Process().memory_info().vms
    return Outcome(job, "ok", message=str(room // 1_000_000))


class Unloadable:
    """Something that a worker cannot take in: it ends before it is ready."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os._exit, (7,)

    def __call__(self, job: Job, settings: Settings, lexicon: Lexicon) -> Outcome:
        raise AssertionError("never called")


def supervise_in(jobs: list[Job], settings: Settings, pipe: Connection) -> None:
    """What a daemonic process does that supervises."""
    pipe.send([(each.job.name, each.status) for each in supervise(jobs, settings, work=pretend)])
